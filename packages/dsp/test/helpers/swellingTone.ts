import type { AudioClip } from '@ser/dsp';

/**
 * A sine that swells four times per second up to half of full scale, like syllables, because a steady sound is not detected
 * for speech.
 */
export function tone(frequency: number, { sampleRate = 8000, phase = 0, seconds = 1 } = {}): AudioClip {
  const step = (2 * Math.PI * frequency) / sampleRate;
  const swell = (4 * Math.PI) / sampleRate;
  return {
    samples: Float32Array.from(
      { length: Math.round(seconds * sampleRate) },
      (_, i) => 0.5 * Math.sin(swell * i) ** 2 * Math.sin(i * step + phase),
    ),
    sampleRate,
  };
}
