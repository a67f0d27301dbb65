import { afterEach, describe, expect, it, vi } from 'vitest';
import { decodeAnyAudio } from '../src/decodeAnyAudio.js';
import { decodeAudio } from '../src/decodeAudio.js';
import type { AudioDecoder } from '../src/decoder/audioDecoder.js';
import { importDecoder } from '../src/decoder/importDecoder.js';
import { type Mpg123Module, mp3Decoder } from '../src/decoder/mp3Decoder.js';
import { oggOpusDecoder, oggVorbisDecoder } from '../src/decoder/oggDecoder.js';
import { registerDecoder } from '../src/decoder/registerDecoder.js';
import type { WasmAudio } from '../src/decoder/wasmDecoder.js';
import { fixture } from './fixture.js';
import { mpegBytes } from './mpegBytes.js';
import { ascii } from './wavBytes.js';

const undo: (() => void)[] = [];
afterEach(() => {
  undo.splice(0).forEach((take) => take());
  vi.unstubAllGlobals();
});

function register(decoder: AudioDecoder): void {
  undo.push(registerDecoder(decoder));
}

/** A package that was never installed. */
const absent = (format: string) => () =>
  importDecoder<never>({ format, packageName: '@ser/no-such-decoder' });

/** `mpg123-decoder` with another decoder inside, and what happened to it. */
function fakeMpg123(answer: Partial<WasmAudio>): { module: Mpg123Module; freed: () => number } {
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

const words: AudioDecoder = {
  name: 'Words',
  recognizes: (bytes) => String.fromCharCode(...bytes.subarray(0, 5)) === 'WORDS',
  decode: (bytes) => Promise.resolve({ channels: [Float32Array.of(bytes.length)], sampleRate: 8000 }),
};
const someWords = Uint8Array.from(ascii('WORDS and more'));

describe('decodeAnyAudio', () => {
  it.each(['pcm_16.wav', 'pcm_24_2ch.flac', 'float.aiff'])('decodes %s as decodeAudio does', async (name) => {
    expect(await decodeAnyAudio(fixture(name))).toEqual(decodeAudio(fixture(name)));
  });

  it('refuses what decodeAudio refuses', async () => {
    await expect(decodeAnyAudio(new Uint8Array(0))).rejects.toMatchObject({ code: 'empty-file' });
    await expect(decodeAnyAudio(someWords)).rejects.toMatchObject({ code: 'not-audio' });
    const sphere = Uint8Array.from(ascii('NIST_1A\n   1024\n'));
    await expect(decodeAnyAudio(sphere)).rejects.toMatchObject({ code: 'unsupported-format' });
  });

  it('stops with the reason of its signal', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(decodeAnyAudio(fixture('pcm_16.wav'), { signal })).rejects.toThrow('enough');
    const stop = new AbortController();
    register({ ...words, decode: (bytes) => (stop.abort(new Error('stop')), words.decode(bytes)) });
    await expect(decodeAnyAudio(someWords, { signal: stop.signal })).rejects.toThrow('stop');
  });
});

describe('registerDecoder', () => {
  it('adds a format until it is taken away', async () => {
    const take = registerDecoder(words);
    expect(await decodeAnyAudio(someWords)).toEqual({ channels: [Float32Array.of(14)], sampleRate: 8000 });
    take();
    take();
    await expect(decodeAnyAudio(someWords)).rejects.toMatchObject({ code: 'not-audio' });
  });

  it('asks the last one first, before those in the box', async () => {
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

  it('tells whose error it was', async () => {
    register({ ...words, decode: () => Promise.reject(new Error('stumbled')) });
    await expect(decodeAnyAudio(someWords)).rejects.toMatchObject({
      name: 'AudioError',
      code: 'corrupt-file',
      message: expect.stringContaining('Expected a sound Words file, got "stumbled"'),
      cause: expect.objectContaining({ message: 'stumbled' }),
    });
  });

  it.each([
    ['unequal channels', [new Float32Array(2), new Float32Array(3)], 8000, 'channels of 2 and 3 samples'],
    ['none', [], 8000, 'got no channel'],
    ['a rate of 0', [new Float32Array(2)], 0, 'got 0 Hz'],
  ])('refuses %s as a fault of the file', async (_, channels, sampleRate, message) => {
    register({ ...words, decode: () => Promise.resolve({ channels, sampleRate }) });
    await expect(decodeAnyAudio(someWords)).rejects.toMatchObject({
      code: 'corrupt-file',
      message: expect.stringContaining(message),
    });
  });
});

describe('a decoder whose package is not installed', () => {
  it.each([
    ['MP3', 'mono.mp3', mp3Decoder(absent('MP3'))],
    ['Ogg Vorbis', 'mono_vorbis.ogg', oggVorbisDecoder(absent('Ogg Vorbis'))],
    ['Ogg Opus', 'mono_opus.ogg', oggOpusDecoder(absent('Ogg Opus'))],
  ])('of %s names it, what to install and what to do else', async (format, name, decoder) => {
    await expect(decoder.decode(fixture(name))).rejects.toMatchObject({
      name: 'AudioError',
      code: 'decoder-not-installed',
      message:
        `Expected a decoder of ${format}, found none. Run \`npm install @ser/no-such-decoder\`, or convert the ` +
        'file first: `ffmpeg -i in out.wav`.',
      cause: expect.any(Error),
    });
  });

  it('gives way to the next one', async () => {
    register(mp3Decoder(() => Promise.resolve(fakeMpg123({}).module)));
    register(mp3Decoder(absent('MP3')));
    expect((await decodeAnyAudio(mpegBytes())).sampleRate).toBe(44100);
  });
});

describe('mp3Decoder', () => {
  const decode = (answer: Partial<WasmAudio>, bytes = mpegBytes()) =>
    mp3Decoder(() => Promise.resolve(fakeMpg123(answer).module)).decode(bytes);

  it('gives a mono file one channel, though mpg123 gives two', async () => {
    expect((await decode({})).channels).toHaveLength(1);
    const stereo = mpegBytes({ header: [0xff, 0xfb, 0x90, 0x00] });
    expect((await decode({}, stereo)).channels).toHaveLength(2);
  });

  it('frees the decoder, also when it stumbles', async () => {
    const fake = fakeMpg123({ errors: [{ message: '-1 MPG123_ERR' }] });
    const decoding = mp3Decoder(() => Promise.resolve(fake.module)).decode(mpegBytes());
    await expect(decoding).rejects.toMatchObject({
      code: 'corrupt-file',
      message: expect.stringContaining('got "-1 MPG123_ERR" from its decoder'),
    });
    expect(fake.freed()).toBe(1);
  });

  it('refuses much fewer samples than the encoder counted, and frames of another rate', async () => {
    const counted = mpegBytes({ nFrames: 9, info: { nFrames: 9 } });
    await expect(decode({}, counted)).rejects.toMatchObject({
      code: 'corrupt-file',
      message: expect.stringContaining('got 3456 samples where its frames hold 9839'),
    });
    await expect(decode({ sampleRate: 16000 })).rejects.toMatchObject({
      code: 'corrupt-file',
      message: expect.stringContaining('got frames of 16000 Hz behind those of 44100 Hz'),
    });
    await expect(decode({ channelData: [] })).rejects.toMatchObject({ code: 'corrupt-file' });
  });

  it('refuses a file that is cut off before it asks for the package', async () => {
    const cutOff = mpegBytes({ nFrames: 2, info: { nFrames: 9 } });
    await expect(mp3Decoder(absent('MP3')).decode(cutOff)).rejects.toMatchObject({ code: 'truncated-file' });
  });
});
