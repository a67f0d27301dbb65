import type { AudioClip } from '@ser/dsp';

/** What is measured of a clip. */
export interface ClipMeasures {
  readonly seconds: number;
  /** In Hz. */
  readonly sampleRate: number;
  /** Largest absolute sample, in dB relative to full scale; `-Infinity` for silence. */
  readonly peakDb: number;
  /** Root mean square, in dB relative to full scale; `-Infinity` for silence. */
  readonly levelDb: number;
  /** Share of samples that are at the peak in runs of at least three, in [0, 1]. */
  readonly clipped: number;
  /** Zeros before the first other sample, in seconds. */
  readonly leadingZeros: number;
  /** Zeros after the last other sample, in seconds. */
  readonly trailingZeros: number;
  /** Root mean square of 100 equal parts of the clip, with mean 0 and norm 1: equal for copies at another level or rate. */
  readonly envelope: Float32Array;
}

const nParts = 100;
/** A run of samples at the peak is clipping only if the peak is at least this high. */
const minClippedPeak = 0.5;

/** Measures a clip, with all values of its samples. */
export function measureClip({ samples, sampleRate }: AudioClip): ClipMeasures {
  let peak = 0;
  let energy = 0;
  let first = samples.length;
  let last = -1;
  for (let i = 0; i < samples.length; i++) {
    const value = Math.abs(samples[i]!);
    if (value === 0) continue;
    if (value > peak) peak = value;
    energy += value * value;
    first = Math.min(first, i);
    last = i;
  }
  return {
    seconds: samples.length / sampleRate,
    sampleRate,
    peakDb: 20 * Math.log10(peak),
    levelDb: 10 * Math.log10(energy / samples.length),
    clipped: clippedShare(samples, peak),
    leadingZeros: first / sampleRate,
    trailingZeros: (last === -1 ? 0 : samples.length - 1 - last) / sampleRate,
    envelope: envelopeOf(samples),
  };
}

function clippedShare(samples: Float32Array, peak: number): number {
  if (peak < minClippedPeak) return 0;
  let clipped = 0;
  let run = 0;
  for (let i = 0; i <= samples.length; i++) {
    if (i < samples.length && Math.abs(samples[i]!) >= peak * 0.9999) run++;
    else {
      if (run >= 3) clipped += run;
      run = 0;
    }
  }
  return clipped / samples.length;
}

function envelopeOf(samples: Float32Array): Float32Array {
  const envelope = new Float32Array(nParts);
  for (let part = 0; part < nParts; part++) {
    const start = Math.floor((part * samples.length) / nParts);
    const end = Math.max(start + 1, Math.floor(((part + 1) * samples.length) / nParts));
    let energy = 0;
    for (let i = start; i < end && i < samples.length; i++) energy += samples[i]! ** 2;
    envelope[part] = Math.sqrt(energy / (end - start));
  }
  const mean = envelope.reduce((sum, value) => sum + value, 0) / nParts;
  const norm = Math.sqrt(envelope.reduce((sum, value) => sum + (value - mean) ** 2, 0));
  return norm === 0 ? new Float32Array(nParts) : envelope.map((value) => (value - mean) / norm);
}
