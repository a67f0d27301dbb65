import { afterEach, describe, expect, it, vi } from 'vitest';
import { decodeAnyAudio } from '../../src/decodeAnyAudio.js';
import { webAudioDecoder } from '../../src/decoder/webAudioDecoder.js';
import { containerFixture } from '../containers/recordings.js';
import { fixture } from '../fixture.js';
import { ascii } from '../wavBytes.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A fake of Web Audio that decodes every file to two samples of two channels, or to `length`, or fails. */
function stubBrowser({ failure, length = 2 }: { failure?: Error; length?: number } = {}): {
  readonly files: ArrayBuffer[];
} {
  const files: ArrayBuffer[] = [];
  class OfflineAudioContext {
    constructor(
      readonly nChannels: number,
      readonly nSamples: number,
      readonly sampleRate: number,
    ) {}
    decodeAudioData(file: ArrayBuffer): Promise<unknown> {
      files.push(file);
      if (failure !== undefined) return Promise.reject(failure);
      const { sampleRate } = this;
      const getChannelData = (channel: number): Float32Array =>
        Float32Array.from({ length }, (_, i) => (i === 0 ? channel : 0.5));
      return Promise.resolve({ sampleRate, numberOfChannels: 2, getChannelData });
    }
  }
  vi.stubGlobal('OfflineAudioContext', OfflineAudioContext);
  return { files };
}

const m4a = containerFixture('aac_fragmented.mp4'); // 5 packets of 1024 samples

/** A file with a codec that is not read here: its name is replaced. */
function unknownCodec(): Uint8Array {
  const bytes = containerFixture('pcm.mov').slice();
  const at = Buffer.from(bytes).indexOf('twos');
  bytes.set(ascii('ec-3'), at);
  return bytes;
}

describe('webAudioDecoder', () => {
  it('is unavailable in Node', async () => {
    expect(webAudioDecoder.recognizes(m4a)).toBe(false);
    await expect(decodeAnyAudio(unknownCodec())).rejects.toMatchObject({ code: 'unsupported-format' });
  });

  it('decodes a copy of the file, at 48000 Hz if the rate is unknown', async () => {
    const { files } = stubBrowser();
    const file = unknownCodec();
    expect(await decodeAnyAudio(file)).toEqual({
      channels: [Float32Array.of(0, 0.5), Float32Array.of(1, 0.5)],
      sampleRate: 48000,
    });
    expect(new Uint8Array(files[0]!)).toEqual(file);
    expect(files[0]).not.toBe(file.buffer);
  });

  it('decodes at the rate of the file, so that the browser does not resample', async () => {
    stubBrowser();
    expect((await webAudioDecoder.decode(fixture('mono.mp3'))).sampleRate).toBe(16000);
    expect((await webAudioDecoder.decode(fixture('stereo_vorbis.ogg'))).sampleRate).toBe(44100);
  });

  it('decodes AAC in MP4 at its own rate, to the length that the file declares', async () => {
    const { files } = stubBrowser({ length: 5 * 1024 + 1 });
    const { channels, sampleRate } = await decodeAnyAudio(m4a);
    expect([sampleRate, channels.length, channels[0]!.length]).toEqual([44100, 2, 5 * 1024]);
    expect(new Uint8Array(files[0]!)).toEqual(m4a);
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
    stubBrowser({ failure: new Error('EncodingError') });
    await expect(decodeAnyAudio(m4a)).rejects.toMatchObject({
      name: 'SerError',
      code: 'unsupported-format',
      message: expect.stringMatching(
        /got M4A or MP4; the browser reports: Error: EncodingError\. Convert it first/,
      ),
    });
  });
});
