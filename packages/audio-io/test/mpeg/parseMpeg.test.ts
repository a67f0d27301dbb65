import { describe, expect, it } from 'vitest';
import { isMpegAudio } from '../../src/mpeg/isMpegAudio.js';
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
      start: 0,
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

  it('finds the first frame after the rest of another one', () => {
    const junk = Array.from({ length: 300 }, (_, i) => (i * 37) % 251);
    const bytes = Uint8Array.from([...junk, ...mpegBytes({ nFrames: 6 })]);
    expect(parseMpeg(bytes)).toMatchObject({ start: 300, nSamples: 6 * 1152 });
    const tooFew = Uint8Array.from([...junk, ...mpegBytes({ nFrames: 3 })]);
    expect(isMpegAudio(tooFew)).toBe(false);
  });

  it("finds the encoder's note where a checksum would be, so that a cut file is rejected", () => {
    const header = [0xff, 0xfa, 0x90, 0xc0] as const;
    const info = { nFrames: 4, delay: 576, padding: 1105 };
    expect(parseMpeg(mpegBytes({ header, nFrames: 4, info }))).toMatchObject({ nSamples: 4 * 1152 - 1681 });
    expect(errorFrom(() => parseMpeg(mpegBytes({ header, nFrames: 3, info }))).code).toBe('truncated-file');
  });

  it('accepts a count that includes the note itself if the declared bytes are there', () => {
    const info = { nFrames: 5, nBytes: 5 * 417, delay: 576, padding: 0 };
    expect(parseMpeg(mpegBytes({ nFrames: 4, info }))).toMatchObject({ nSamples: 4 * 1152 - 576 - 529 });
    const cut = mpegBytes({ nFrames: 4, info: { ...info, nBytes: 6 * 417 } });
    expect(errorFrom(() => parseMpeg(cut)).code).toBe('truncated-file');
  });

  it('measures the frames of free format', () => {
    const header = [0xff, 0xfb, 0x00, 0xc0] as const;
    expect(parseMpeg(mpegBytes({ header, nFrames: 5, frameSize: 300 }))).toMatchObject({
      sampleRate: 44100,
      nSamples: 5 * 1152,
    });
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
