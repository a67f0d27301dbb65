import type { AudioClip } from '@ser/dsp';

/** Root mean square over the clip, in dB below full scale. */
export function levelDb({ samples }: AudioClip): number {
  return 10 * Math.log10(samples.reduce((sum, x) => sum + x * x, 0) / samples.length);
}

export function peak({ samples }: AudioClip): number {
  return samples.reduce((highest, x) => Math.max(highest, Math.abs(x)), 0);
}

/** Amplitude of the component at `frequency` Hz. */
export function magnitudeAt(samples: ArrayLike<number>, frequency: number, sampleRate: number): number {
  let real = 0;
  let imaginary = 0;
  for (let n = 0; n < samples.length; n++) {
    const angle = (2 * Math.PI * frequency * n) / sampleRate;
    real += samples[n]! * Math.cos(angle);
    imaginary += samples[n]! * Math.sin(angle);
  }
  return Math.hypot(real, imaginary);
}

/** Frequencies of the local maxima of a spectrum, in Hz, in steps of 10 Hz. */
export function peaksOf(spectrum: (frequency: number) => number, highest: number): number[] {
  const values = Array.from({ length: highest / 10 + 2 }, (_, i) => spectrum(i * 10));
  return values.flatMap((value, i) =>
    value > (values[i - 1] ?? Infinity) && value >= (values[i + 1] ?? Infinity) ? [i * 10] : [],
  );
}

/** Median fundamental frequency of the voiced frames, in Hz: the highest peak of the normalized autocorrelation. */
export function medianPitch({ samples, sampleRate }: AudioClip): number {
  const length = Math.round(0.05 * sampleRate);
  const pitches: number[] = [];
  for (let start = 0; start + length <= samples.length; start += length) {
    const pitch = pitchOf(samples.subarray(start, start + length), sampleRate);
    if (pitch !== undefined) pitches.push(pitch);
  }
  return pitches.sort((a, b) => a - b)[Math.floor(pitches.length / 2)]!;
}

function pitchOf(frame: Float32Array, sampleRate: number): number | undefined {
  const shortest = Math.floor(sampleRate / 600);
  const correlations: number[] = [];
  for (let lag = shortest; lag < sampleRate / 60; lag++) correlations.push(autocorrelation(frame, lag));
  const best = Math.max(...correlations);
  // the first lag that is nearly as good as the best one, to avoid multiples of the period
  const first = correlations.findIndex((r, i) => r > 0.9 * best && r >= (correlations[i + 1] ?? -1));
  return best > 0.7 ? sampleRate / (shortest + first) : undefined;
}

function autocorrelation(frame: Float32Array, lag: number): number {
  let product = 0;
  let early = 0;
  let late = 0;
  for (let n = lag; n < frame.length; n++) {
    product += frame[n]! * frame[n - lag]!;
    early += frame[n - lag]! ** 2;
    late += frame[n]! ** 2;
  }
  return product / Math.sqrt(early * late + 1e-12);
}

/** The 50 ms around the sample of largest amplitude. */
export function loudestPart({ samples, sampleRate }: AudioClip): Float32Array {
  const half = Math.round(0.025 * sampleRate);
  const center = samples.reduce((best, x, i) => (Math.abs(x) > Math.abs(samples[best]!) ? i : best), 0);
  return samples.slice(center - half, center + half);
}

/** Peaks below 3.5 kHz of the spectral envelope by linear prediction, order 18 (Makhoul 1975), in Hz. */
export function formantsOf(samples: Float32Array, sampleRate: number): number[] {
  const emphasized = samples.map((x, n) => {
    const hamming = 0.54 - 0.46 * Math.cos((2 * Math.PI * n) / (samples.length - 1));
    return hamming * (x - 0.97 * (samples[n - 1] ?? 0));
  });
  const predictor = linearPrediction(emphasized, 18);
  return peaksOf((frequency) => 1 / magnitudeAt(predictor, frequency, sampleRate), 3500);
}

/** The Levinson-Durbin recursion. */
function linearPrediction(samples: Float32Array, order: number): Float64Array {
  const r = Array.from({ length: order + 1 }, (_, lag) =>
    samples.reduce((sum, x, n) => sum + x * (samples[n - lag] ?? 0), 0),
  );
  let a = Float64Array.of(1, ...new Array<number>(order).fill(0));
  let error = r[0]!;
  for (let i = 1; i <= order; i++) {
    const k = -a.reduce((sum, x, j) => (j < i ? sum + x * r[i - j]! : sum), 0) / error;
    a = a.map((x, j) => (j <= i ? x + k * a[i - j]! : x));
    error *= 1 - k * k;
  }
  return a;
}
