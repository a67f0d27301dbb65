import type { AudioClip } from '@ser/audio-io';

/** A second of a sine, Hz, at half of full scale. */
export function tone(frequency: number, { sampleRate = 8000, phase = 0 } = {}): AudioClip {
  const step = (2 * Math.PI * frequency) / sampleRate;
  return {
    samples: Float32Array.from({ length: sampleRate }, (_, i) => 0.5 * Math.sin(i * step + phase)),
    sampleRate,
  };
}
