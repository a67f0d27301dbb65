import { describe, expect, it } from 'vitest';
import { PcmStream, type PcmFormat } from '../../src/pcm/pcmStream.js';
import { joined, pieces } from '../pieces.js';
import { errorFrom } from '../errorFrom.js';

describe('PcmStream', () => {
  it('scales 16-bit samples by 2^-15, like a WAV file', () => {
    const pcm = new PcmStream({ format: 's16le' });
    expect([...pcm.push(Uint8Array.of(0, 0, 0xff, 0x7f, 0, 0x80, 1, 0))]).toEqual([
      0,
      32767 / 32768,
      -1,
      2 ** -15,
    ]);
  });

  it.each<[PcmFormat, Uint8Array, Float32Array]>([
    [
      's16le',
      new Uint8Array(Int16Array.of(1, -2, 300, 32767).buffer),
      Float32Array.of(1, -2, 300, 32767).map((x) => x / 32768),
    ],
    ['f32le', new Uint8Array(Float32Array.of(0.1, -0.5, 1.5).buffer), Float32Array.of(0.1, -0.5, 1.5)],
  ])('%s: reads the same samples from pieces of any size', (format, bytes, samples) => {
    for (const size of [1, 2, 3, 5, 100]) {
      const pcm = new PcmStream({ format });
      expect(joined([...pieces(bytes, size)].map((piece) => pcm.push(piece)))).toEqual(samples);
    }
  });

  it('reads bytes that do not begin at an even address', () => {
    const bytes = Uint8Array.of(9, 0, 0x40).subarray(1);
    expect([...new PcmStream({ format: 's16le' }).push(bytes)]).toEqual([0.5]);
  });

  it('rejects NaN', () => {
    const pcm = new PcmStream({ format: 'f32le' });
    const error = errorFrom(() => pcm.push(new Uint8Array(Float32Array.of(NaN).buffer)));
    expect(error.code).toBe('invalid-sample');
    expect(error.message).toContain('got `NaN`. Check that the stream is f32le');
  });

  it('rejects other formats', () => {
    const error = errorFrom(() => new PcmStream({ format: 's24le' as PcmFormat }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toBe("`format` must be one of 's16le', 'f32le'; got 's24le'.");
  });
});
