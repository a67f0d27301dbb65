import { describe, expect, it } from 'vitest';
import { mp3Decoder } from '../../src/decoder/mp3Decoder.js';
import type { WasmAudio } from '../../src/decoder/wasmDecoder.js';
import { mpegBytes } from '../mpegBytes.js';
import { absent, fakeMpg123 } from './support.js';

describe('mp3Decoder', () => {
  const decode = (answer: Partial<WasmAudio>, bytes = mpegBytes()) =>
    mp3Decoder(() => Promise.resolve(fakeMpg123(answer).module)).decode(bytes);

  it('returns one channel for a mono file, although mpg123 returns two', async () => {
    expect((await decode({})).channels).toHaveLength(1);
    const stereo = mpegBytes({ header: [0xff, 0xfb, 0x90, 0x00] });
    expect((await decode({}, stereo)).channels).toHaveLength(2);
  });

  it('frees the decoder, even after an error', async () => {
    const fake = fakeMpg123({ errors: [{ message: '-1 MPG123_ERR' }] });
    const decoding = mp3Decoder(() => Promise.resolve(fake.module)).decode(mpegBytes());
    await expect(decoding).rejects.toMatchObject({
      code: 'corrupt-file',
      message: expect.stringContaining('got "-1 MPG123_ERR" from its decoder'),
    });
    expect(fake.freed()).toBe(1);
  });

  it('rejects far fewer samples than the encoder counted, and frames of another rate', async () => {
    const counted = mpegBytes({ nFrames: 9, info: { nFrames: 9 } });
    await expect(decode({}, counted)).rejects.toMatchObject({
      code: 'corrupt-file',
      message: expect.stringContaining('got 3456 samples instead of the 9839 in its frames'),
    });
    await expect(decode({ sampleRate: 16000 })).rejects.toMatchObject({
      code: 'corrupt-file',
      message: expect.stringContaining('got frames of 16000 Hz after frames of 44100 Hz'),
    });
    await expect(decode({ channelData: [] })).rejects.toMatchObject({ code: 'corrupt-file' });
  });

  it('rejects a truncated file before it loads the package', async () => {
    const cutOff = mpegBytes({ nFrames: 2, info: { nFrames: 9 } });
    await expect(mp3Decoder(absent('MP3')).decode(cutOff)).rejects.toMatchObject({ code: 'truncated-file' });
  });
});
