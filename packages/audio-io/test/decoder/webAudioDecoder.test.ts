import { afterEach, describe, expect, it, vi } from 'vitest';
import { decodeAnyAudio } from '../../src/decodeAnyAudio.js';
import { webAudioDecoder } from '../../src/decoder/webAudioDecoder.js';
import { fixture } from '../fixture.js';
import { ascii } from '../wavBytes.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A fake of Web Audio that decodes every file to two samples of two channels, or fails. */
function stubBrowser(failure?: Error): { readonly files: ArrayBuffer[] } {
  const files: ArrayBuffer[] = [];
  class OfflineAudioContext {
    constructor(
      readonly nChannels: number,
      readonly length: number,
      readonly sampleRate: number,
    ) {}
    decodeAudioData(file: ArrayBuffer): Promise<unknown> {
      files.push(file);
      if (failure !== undefined) return Promise.reject(failure);
      const { sampleRate } = this;
      const getChannelData = (channel: number): Float32Array => Float32Array.of(channel, 0.5);
      return Promise.resolve({ sampleRate, numberOfChannels: 2, getChannelData });
    }
  }
  vi.stubGlobal('OfflineAudioContext', OfflineAudioContext);
  return { files };
}

const m4a = Uint8Array.from(ascii('\0\0\0\x20ftypM4A '));

describe('webAudioDecoder', () => {
  it('is unavailable in Node', async () => {
    expect(webAudioDecoder.recognizes(m4a)).toBe(false);
    await expect(decodeAnyAudio(m4a)).rejects.toMatchObject({ code: 'unsupported-format' });
  });

  it('decodes a copy of the file, at 48000 Hz if the rate is unknown', async () => {
    const { files } = stubBrowser();
    expect(await decodeAnyAudio(m4a)).toEqual({
      channels: [Float32Array.of(0, 0.5), Float32Array.of(1, 0.5)],
      sampleRate: 48000,
    });
    expect(new Uint8Array(files[0]!)).toEqual(m4a);
    expect(files[0]).not.toBe(m4a.buffer);
  });

  it('decodes at the rate of the file, so that the browser does not resample', async () => {
    stubBrowser();
    expect((await webAudioDecoder.decode(fixture('mono.mp3'))).sampleRate).toBe(16000);
    expect((await webAudioDecoder.decode(fixture('stereo_vorbis.ogg'))).sampleRate).toBe(44100);
  });

  it('is not used for the formats that are decoded here', async () => {
    const { files } = stubBrowser();
    await decodeAnyAudio(fixture('pcm_16.wav'));
    await decodeAnyAudio(fixture('pcm_16.aiff'));
    expect(files).toEqual([]);
  });

  it('reports a rate that the browser rejects, and does not call the file corrupt', async () => {
    const OfflineAudioContext = vi.fn(function refuse() {
      throw new Error('NotSupportedError');
    });
    vi.stubGlobal('OfflineAudioContext', OfflineAudioContext);
    await expect(webAudioDecoder.decode(fixture('mono.mp3'))).rejects.toMatchObject({
      code: 'unsupported-format',
      message: expect.stringContaining('got MP3; the browser reports: Error: NotSupportedError'),
    });
    expect(OfflineAudioContext).toHaveBeenCalledWith(1, 1, 16000);
  });

  it('reports what the browser does not decode', async () => {
    stubBrowser(new Error('EncodingError'));
    await expect(decodeAnyAudio(m4a)).rejects.toMatchObject({
      name: 'SerError',
      code: 'unsupported-format',
      message: expect.stringMatching(
        /got M4A or MP4; the browser reports: Error: EncodingError\. Convert it first/,
      ),
    });
  });
});
