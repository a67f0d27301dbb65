import { describe, expect, it } from 'vitest';
import { parseMpeg } from '../../src/mpeg/parseMpeg.js';
import { monoHeader, mpegBytes } from '../mpegBytes.js';
import { errorFrom } from '../errorFrom.js';
import { ascii } from '../wavBytes.js';

describe('parseMpeg', () => {
  it('counts the samples of all frames', () => {
    expect(parseMpeg(mpegBytes({ nFrames: 3 }))).toEqual({
      layer: 3,
      sampleRate: 44100,
      nChannels: 1,
      nSamples: 3 * 1152,
      frameSamples: 1152,
      isCounted: false,
    });
  });

  it("leaves out the silence in the encoder's note, and the decoder delay of 529 samples", () => {
    const info = { nFrames: 4, delay: 576, padding: 1105 };
    expect(parseMpeg(mpegBytes({ nFrames: 4, info }))).toMatchObject({
      nSamples: 4 * 1152 - 576 - 1105,
      isCounted: true,
    });
    const bare = mpegBytes({ nFrames: 4, info: { nFrames: 4 } });
    expect(parseMpeg(bare).nSamples).toBe(4 * 1152 - 529);
  });

  it('has two channels if any frame has two', () => {
    const stereo = mpegBytes({ header: [0xff, 0xfb, 0x90, 0x40], nFrames: 1 });
    expect(parseMpeg(Uint8Array.from([...mpegBytes(), ...stereo]))).toMatchObject({
      nChannels: 2,
      nSamples: 4 * 1152,
    });
  });

  it('skips tags and other bytes between frames', () => {
    const id3 = [...ascii('ID3'), 4, 0, 0, 0, 0, 0, 5, ...ascii('title')];
    const padding = [0, 0, 0];
    const id3v1 = [...ascii('TAG'), ...new Array<number>(125).fill(0)];
    const frames = [...mpegBytes()];
    const bytes = Uint8Array.from([...id3, ...padding, ...frames, 1, 2, 3, ...frames, ...id3v1]);
    // the frame before the other bytes is not followed by another one, so it does not count
    expect(parseMpeg(bytes).nSamples).toBe(5 * 1152);
  });

  it('skips a truncated last frame if the encoder did not count the frames', () => {
    expect(parseMpeg(mpegBytes().subarray(0, -1)).nSamples).toBe(2 * 1152);
  });

  it('rejects fewer frames than the encoder counted, with both numbers', () => {
    const error = errorFrom(() => parseMpeg(mpegBytes({ nFrames: 3, info: { nFrames: 4 } })));
    expect(error.code).toBe('truncated-file');
    expect(error.message).toContain(
      'Expected 4608 samples as the header declares, found 3456 in complete frames',
    );
  });

  it('rejects a file without a complete frame', () => {
    const endsInTag = Uint8Array.from([...ascii('ID3'), 4, 0, 0, 0, 0, 1, 0, ...ascii('title')]);
    for (const bytes of [Uint8Array.from(monoHeader), endsInTag]) {
      const error = errorFrom(() => parseMpeg(bytes));
      expect(error.code).toBe('truncated-file');
      expect(error.message).toContain('Expected a complete frame of MPEG audio, found none');
    }
  });
});
