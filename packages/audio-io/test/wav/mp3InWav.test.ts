import { describe, expect, it } from 'vitest';
import { audioInfo } from '../../src/audioInfo.js';
import { decodeAudio } from '../../src/decodeAudio.js';
import { mp3Decoder } from '../../src/decoder/mp3Decoder.js';
import { mp3InWav } from '../../src/wav/mp3InWav.js';
import { fakeMpg123 } from '../decoder/support.js';
import { errorFrom } from '../errorFrom.js';
import { fixture } from '../fixture.js';
import { mpegBytes } from '../mpegBytes.js';
import { formatChunk, wavBytes } from '../wavBytes.js';

const format = formatChunk({ tag: 0x55, sampleRate: 44100, frameBytes: 1, bits: 0, byteRate: 16000 });
const mp3 = mpegBytes({ nFrames: 3 });
const wav = wavBytes([
  ['fmt ', format],
  ['fact', [0, 0, 0, 0]],
  ['data', [...mp3]],
]);

describe('MP3 in WAV', () => {
  it('is the content of the data chunk', () => {
    expect(mp3InWav(wav)).toEqual(mp3);
    expect(mp3InWav(fixture('pcm_16.wav'))).toBeUndefined();
    expect(mp3InWav(mp3)).toBeUndefined();
  });

  it('is described by its frames', () => {
    expect(audioInfo(wav)).toEqual({
      ...{ container: 'wav', encoding: 'layer3', sampleRate: 44100, nChannels: 1, nSamples: 3456 },
      seconds: 3456 / 44100,
    });
  });

  it('is decoded by the MP3 decoder', async () => {
    const decoder = mp3Decoder(() => Promise.resolve(fakeMpg123({}).module));
    expect(decoder.recognizes(wav)).toBe(true);
    const { channels, sampleRate } = await decoder.decode(wav);
    expect([channels.length, channels[0]!.length, sampleRate]).toEqual([1, 3456, 44100]);
  });

  it('is named by `decodeAudio`, which does not decode it', () => {
    expect(errorFrom(() => decodeAudio(wav)).message).toContain('WAV of MP3');
  });
});
