import type { AudioClip } from '../../src/audio/audioClip.js';

/** A tone of amplitude 0.5. */
export function tone(frequency: number, sampleRate: number, nSamples: number): AudioClip {
  const samples = Float32Array.from(
    { length: nSamples },
    (_, n) => 0.5 * Math.sin((2 * Math.PI * frequency * n) / sampleRate),
  );
  return { samples, sampleRate };
}

/** Fades in and out, because jumps at the ends contain all frequencies; the same as `faded` in reference/goldens/dsp_augment.py. */
export function faded({ samples, sampleRate }: AudioClip): AudioClip {
  const fade = (n: number) => Math.sin((Math.PI * n) / samples.length) ** 2;
  return { samples: samples.map((sample, n) => sample * fade(n)), sampleRate };
}

/** The frequency of a tone, by its zero crossings away from both ends. */
export function frequencyOf({ samples, sampleRate }: AudioClip): number {
  const from = Math.floor(samples.length / 4);
  const to = Math.floor((3 * samples.length) / 4);
  const crossings = [];
  for (let n = from; n < to; n++) {
    const [before, after] = [samples[n]!, samples[n + 1]!];
    if (before < 0 && after >= 0) crossings.push(n + before / (before - after));
  }
  return (sampleRate * (crossings.length - 1)) / (crossings.at(-1)! - crossings[0]!);
}

export function power(samples: ArrayLike<number>): number {
  return Array.from(samples).reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
}
