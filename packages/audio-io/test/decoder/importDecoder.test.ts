import { afterEach, describe, expect, it } from 'vitest';
import { decodeAnyAudio } from '../../src/decodeAnyAudio.js';
import type { AudioDecoder } from '../../src/decoder/audioDecoder.js';
import { mp3Decoder } from '../../src/decoder/mp3Decoder.js';
import { oggOpusDecoder, oggVorbisDecoder } from '../../src/decoder/oggDecoder.js';
import { registerDecoder } from '../../src/decoder/registerDecoder.js';
import { fixture } from '../fixture.js';
import { mpegBytes } from '../mpegBytes.js';
import { absent, fakeMpg123 } from './support.js';

const unregister: (() => void)[] = [];
afterEach(() => {
  unregister.splice(0).forEach((remove) => remove());
});

function register(decoder: AudioDecoder): void {
  unregister.push(registerDecoder(decoder));
}

describe('a decoder whose package is not installed', () => {
  it.each([
    ['MP3', 'mono.mp3', mp3Decoder(absent('MP3'))],
    ['Ogg Vorbis', 'mono_vorbis.ogg', oggVorbisDecoder(absent('Ogg Vorbis'))],
    ['Ogg Opus', 'mono_opus.ogg', oggOpusDecoder(absent('Ogg Opus'))],
  ])('for %s names the package and the alternative', async (format, name, decoder) => {
    await expect(decoder.decode(fixture(name))).rejects.toMatchObject({
      name: 'SerError',
      code: 'decoder-not-installed',
      message:
        `Expected a decoder for ${format}, found none. Run \`npm install @ser/no-such-decoder\`, or convert the ` +
        'file first: `ffmpeg -i in out.wav`.',
      cause: expect.any(Error),
    });
  });

  it('is skipped if another decoder is registered', async () => {
    register(mp3Decoder(() => Promise.resolve(fakeMpg123({}).module)));
    register(mp3Decoder(absent('MP3')));
    expect((await decodeAnyAudio(mpegBytes())).sampleRate).toBe(44100);
  });
});
