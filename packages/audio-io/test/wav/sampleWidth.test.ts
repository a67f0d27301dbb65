import { describe, expect, it } from 'vitest';
import { audioInfo } from '../../src/audioInfo.js';
import { decodeWav } from '../../src/wav/decodeWav.js';
import { errorFrom } from '../errorFrom.js';
import { formatChunk, wavBytes } from '../wavBytes.js';

/** A signal with the low frequencies and the pauses of speech, of both signs. */
const signal = Array.from(
  { length: 6000 },
  (_, i) => Math.sin(i / 400) ** 2 * (0.5 * Math.sin(i / 9) + 0.2 * Math.sin(i / 3.7)),
);

/** The signal as PCM of this width; the channels are delayed copies. */
function pcm(width: number, nChannels = 1, container = width): number[] {
  const fullScale = 2 ** (8 * width - 1);
  return signal.flatMap((_, i) =>
    Array.from({ length: nChannels }, (_, channel) => {
      const value = Math.round(signal[Math.max(0, i - 3 * channel)]! * (fullScale - 1));
      const bytes = Buffer.alloc(container);
      if (width === 1) bytes.writeUInt8(value + 128);
      else bytes.writeIntLE(value, container - width, width);
      return [...bytes];
    }).flat(),
  );
}

interface Declared {
  readonly tag?: number;
  readonly nChannels?: number;
  readonly bits: number;
  readonly frameBytes: number;
  readonly byteRate?: number;
}

const fileOf = (fields: Declared, data: readonly number[]) =>
  wavBytes([
    ['fmt ', formatChunk(fields)],
    ['data', data],
  ]);

/** The largest difference of the decoded first channel from the signal. */
function errorOf(bytes: Uint8Array): number {
  const [samples] = decodeWav(bytes).channels;
  expect(samples).toHaveLength(signal.length);
  return Math.max(...signal.map((x, i) => Math.abs(x - samples![i]!)));
}

const step = { 1: 2 ** -6, 2: 2 ** -14, 3: 2 ** -22, 4: 2 ** -22 } as const;

describe('the sample width of a WAV file', () => {
  const cases = ([1, 2, 3, 4] as const).flatMap((width) =>
    [1, 2].flatMap((nChannels) =>
      [0, 1, 2, 3, 4, 6, 8]
        .filter((frameBytes) => !(width === 3 && frameBytes === 4 * nChannels))
        .map((frameBytes) => ({ width, nChannels, frameBytes })),
    ),
  );

  it.each(cases)('is $width bytes, whatever BlockAlign says: $nChannels channels, $frameBytes', (one) => {
    const { width, nChannels, frameBytes } = one;
    const data = pcm(width, nChannels);
    const fields = { bits: 8 * width, nChannels, frameBytes };
    for (const byteRate of [16000 * width * nChannels, 16000 * frameBytes, 0]) {
      expect(errorOf(fileOf({ ...fields, byteRate }, data))).toBeLessThan(step[width]);
    }
  });

  it('is 4 bytes for 24 bits in a container of 32, and 3 if the samples are packed', () => {
    const fields = { bits: 24, frameBytes: 4, byteRate: 64000 };
    const padded = fileOf(fields, pcm(3, 1, 4));
    expect(errorOf(padded)).toBeLessThan(step[3]);
    expect(audioInfo(padded).encoding).toBe('pcm32');
    expect(errorOf(fileOf(fields, pcm(3)))).toBeLessThan(step[3]);
  });

  it('follows BlockAlign and the byte rate if the samples show that the bits are wrong', () => {
    const data = pcm(2);
    expect(errorOf(fileOf({ bits: 8, frameBytes: 2, byteRate: 32000 }, data))).toBeLessThan(step[2]);
    expect(errorOf(fileOf({ bits: 24, frameBytes: 2, byteRate: 32000 }, data))).toBeLessThan(step[2]);
    expect(errorOf(fileOf({ bits: 0, frameBytes: 2, byteRate: 32000 }, data))).toBeLessThan(step[2]);
  });

  it('is never guessed if the samples do not show which fields are right', () => {
    const tone = Array.from({ length: 6000 }, (_, i) => Math.round(128 + 100 * Math.sin(i)));
    const error = errorFrom(() => decodeWav(fileOf({ bits: 16, frameBytes: 1, byteRate: 16000 }, tone)));
    expect(error.code).toBe('corrupt-file');
    expect(error.message).toContain('got 2 bytes from the bits per sample and 1 from BlockAlign');
  });

  it.each([
    [0, 1],
    [16, 1],
    [16, 2],
    [8, 0],
  ])('is 1 byte for mu-law and A-law with %i bits and a BlockAlign of %i', (bits, frameBytes) => {
    for (const tag of [6, 7]) {
      const bytes = fileOf({ tag, bits, frameBytes, byteRate: 16000 * frameBytes }, [0x55, 0xd5, 0x80, 0]);
      expect(decodeWav(bytes).channels[0]).toHaveLength(4);
    }
  });

  it('is that of the bits for silence', () => {
    const bytes = fileOf({ bits: 16, frameBytes: 1, byteRate: 16000 }, new Array<number>(200).fill(0));
    expect(decodeWav(bytes).channels[0]).toEqual(new Float32Array(100));
  });
});
