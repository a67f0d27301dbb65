import { describe, expect, it } from 'vitest';
import { encodeWav } from '@ser/audio-io';
import { rejectFile } from '../../src/options/rejectFile.js';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) {
    yield await Promise.resolve(bytes.subarray(start, start + size));
  }
}

async function read(bytes: Uint8Array, size = 1000): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of rejectFile(pieces(bytes, size))) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

describe('rejectFile', () => {
  it('passes raw audio on, of any length', async () => {
    const raw = Uint8Array.from({ length: 10_000 }, (_, i) => (i * 37) % 251);
    expect(await read(raw)).toEqual(raw);
    expect(await read(raw.subarray(0, 100))).toEqual(raw.subarray(0, 100));
    expect(await read(new Uint8Array(0))).toEqual(new Uint8Array(0));
    expect(await read(new Uint8Array(9000))).toEqual(new Uint8Array(9000));
  });

  it.each([
    ['WAV', encodeWav({ samples: new Float32Array(9000), sampleRate: 44_100 })],
    ['FLAC', new TextEncoder().encode('fLaC and more')],
    ['WebM or Matroska', Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 1, 2, 3)],
  ])('rejects %s by name', async (name, bytes) => {
    await expect(read(bytes, 7)).rejects.toMatchObject({
      code: 'invalid-option',
      message: expect.stringMatching(new RegExp(`must be raw audio; got ${name}\\..*\`ser predict\``)),
    });
  });
});
