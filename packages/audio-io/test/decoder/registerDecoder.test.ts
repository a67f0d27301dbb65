import { afterEach, describe, expect, it } from 'vitest';
import { decodeAnyAudio } from '../../src/decodeAnyAudio.js';
import type { AudioDecoder } from '../../src/decoder/audioDecoder.js';
import { registerDecoder } from '../../src/decoder/registerDecoder.js';
import { fixture } from '../fixture.js';
import { someWords, words } from './support.js';

const unregister: (() => void)[] = [];
afterEach(() => {
  unregister.splice(0).forEach((remove) => remove());
});

function register(decoder: AudioDecoder): void {
  unregister.push(registerDecoder(decoder));
}

describe('registerDecoder', () => {
  it('adds a format until it is removed', async () => {
    const remove = registerDecoder(words);
    expect(await decodeAnyAudio(someWords)).toEqual({ channels: [Float32Array.of(14)], sampleRate: 8000 });
    remove();
    remove();
    await expect(decodeAnyAudio(someWords)).rejects.toMatchObject({ code: 'not-audio' });
  });

  it('tries the last one first, before the built-in ones', async () => {
    const constant = (value: number): AudioDecoder => ({
      ...{ name: 'Constant', recognizes: () => true },
      decode: () => Promise.resolve({ channels: [Float32Array.of(value)], sampleRate: 8000 }),
    });
    register(constant(1));
    register(constant(2));
    for (const bytes of [someWords, fixture('pcm_16.wav'), fixture('mono.mp3')]) {
      expect((await decodeAnyAudio(bytes)).channels[0]).toEqual(Float32Array.of(2));
    }
  });

  it('reports the error of a decoder', async () => {
    register({ ...words, decode: () => Promise.reject(new Error('no words')) });
    await expect(decodeAnyAudio(someWords)).rejects.toMatchObject({
      name: 'SerError',
      code: 'corrupt-file',
      message: expect.stringContaining('Expected a valid Words file, got "no words"'),
      cause: expect.objectContaining({ message: 'no words' }),
    });
  });

  it.each([
    ['unequal channels', [new Float32Array(2), new Float32Array(3)], 8000, 'channels of 2 and 3 samples'],
    ['none', [], 8000, 'got no channel'],
    ['a rate of 0', [new Float32Array(2)], 0, 'got 0 Hz'],
  ])('reports %s as a fault of the file', async (_, channels, sampleRate, message) => {
    register({ ...words, decode: () => Promise.resolve({ channels, sampleRate }) });
    await expect(decodeAnyAudio(someWords)).rejects.toMatchObject({
      code: 'corrupt-file',
      message: expect.stringContaining(message),
    });
  });
});
