import type { AudioDecoder } from '../../src/decoder/audioDecoder.js';
import { importDecoder } from '../../src/decoder/importDecoder.js';
import type { Mpg123Module } from '../../src/decoder/mp3Decoder.js';
import type { WasmAudio } from '../../src/decoder/wasmDecoder.js';
import { ascii } from '../wavBytes.js';

/** A package that is not installed. */
export const absent = (format: string) => () =>
  importDecoder<never>({ format, packageName: '@ser/no-such-decoder' });

/** A fake of `mpg123-decoder` that counts how often it was freed. */
export function fakeMpg123(answer: Partial<WasmAudio>): { module: Mpg123Module; freed: () => number } {
  let nFreed = 0;
  class MPEGDecoder {
    readonly ready = Promise.resolve();
    decode(): WasmAudio {
      const samples = new Float32Array(3 * 1152).fill(0.5);
      return { channelData: [samples, samples], sampleRate: 44100, errors: [], ...answer };
    }
    free(): void {
      nFreed += 1;
    }
  }
  return { module: { MPEGDecoder }, freed: () => nFreed };
}

/** A decoder of a format that no other decoder knows. */
export const words: AudioDecoder = {
  name: 'Words',
  recognizes: (bytes) => String.fromCharCode(...bytes.subarray(0, 5)) === 'WORDS',
  decode: (bytes) => Promise.resolve({ channels: [Float32Array.of(bytes.length)], sampleRate: 8000 }),
};
export const someWords = Uint8Array.from(ascii('WORDS and more'));
