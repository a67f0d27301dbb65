import type { AudioClip } from '@ser/dsp';

/**
 * A tone whose level rises and falls four times a second, as in speech. Its samples are exact in 16 bits.
 *
 * @param frequency in Hz
 */
export function syllables(frequency: number, seconds: number, sampleRate = 16_000): AudioClip {
  const samples = Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, i) => {
    const level = Math.sin((4 * Math.PI * i) / sampleRate) ** 2;
    const sample = 0.5 * level * Math.sin((2 * Math.PI * frequency * i) / sampleRate);
    return Math.round(sample * 32768) / 32768;
  });
  return { samples, sampleRate };
}

/** The samples as raw bytes, 16 bits, little-endian. */
export function s16le(samples: Float32Array): Buffer {
  const bytes = Buffer.alloc(2 * samples.length);
  samples.forEach((sample, i) => bytes.writeInt16LE(sample * 32768, 2 * i));
  return bytes;
}
