import { describe, expect, it } from 'vitest';
import { mpegHeader } from '../../src/mpeg/mpegHeader.js';
import { parseMpeg } from '../../src/mpeg/parseMpeg.js';
import { monoHeader, mpegBytes } from '../mpegBytes.js';
import { thrownBy } from '../thrownBy.js';
import { ascii } from '../wavBytes.js';

describe('mpegHeader', () => {
  it.each([
    [
      'MPEG 1 layer III',
      [0xff, 0xfb, 0x90, 0x00],
      { layer: 3, sampleRate: 44100, nChannels: 2, size: 417, nSamples: 1152 },
    ],
    ['the same, padded', [0xff, 0xfb, 0x92, 0x00], { size: 418 }],
    ['the same, mono', [0xff, 0xfb, 0x90, 0xc0], { nChannels: 1, size: 417 }],
    ['MPEG 2 layer III', [0xff, 0xf3, 0x88, 0xc0], { sampleRate: 16000, size: 288, nSamples: 576 }],
    ['MPEG 2.5 layer III', [0xff, 0xe3, 0x48, 0xc0], { sampleRate: 8000, size: 288, nSamples: 576 }],
    ['MPEG 1 layer II', [0xff, 0xfd, 0xa4, 0x00], { layer: 2, sampleRate: 48000, size: 576, nSamples: 1152 }],
    ['MPEG 1 layer I', [0xff, 0xff, 0xc8, 0x00], { layer: 1, sampleRate: 32000, size: 576, nSamples: 384 }],
  ])('of %s', (_, bytes, expected) => {
    expect(mpegHeader(Uint8Array.from(bytes), 0)).toMatchObject(expected);
  });

  it.each([
    ['no sync bits', [0xff, 0x1b, 0x90, 0]],
    ['a version that does not exist', [0xff, 0xeb, 0x90, 0]],
    ['a layer that does not exist', [0xff, 0xf9, 0x90, 0]],
    ['a bit rate that does not exist', [0xff, 0xfb, 0xf0, 0]],
    ['a bit rate left open', [0xff, 0xfb, 0x00, 0]],
    ['a sample rate that does not exist', [0xff, 0xfb, 0x9c, 0]],
    ['the end of the file', [0xff, 0xfb, 0x90]],
  ])('is none with %s', (_, bytes) => {
    expect(mpegHeader(Uint8Array.from(bytes), 0)).toBeUndefined();
  });
});

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

  it("leaves out the silence that the encoder's note tells, and the decoder's own delay of 529", () => {
    const info = { nFrames: 4, delay: 576, padding: 1105 };
    expect(parseMpeg(mpegBytes({ nFrames: 4, info }))).toMatchObject({
      nSamples: 4 * 1152 - 576 - 1105,
      isCounted: true,
    });
    const bare = mpegBytes({ nFrames: 4, info: { nFrames: 4 } });
    expect(parseMpeg(bare).nSamples).toBe(4 * 1152 - 529);
  });

  it('has two channels where any frame has', () => {
    const stereo = mpegBytes({ header: [0xff, 0xfb, 0x90, 0x40], nFrames: 1 });
    expect(parseMpeg(Uint8Array.from([...mpegBytes(), ...stereo]))).toMatchObject({
      nChannels: 2,
      nSamples: 4 * 1152,
    });
  });

  it('passes over tags and what else stands between frames', () => {
    const id3 = [...ascii('ID3'), 4, 0, 0, 0, 0, 0, 5, ...ascii('title')];
    const padding = [0, 0, 0];
    const id3v1 = [...ascii('TAG'), ...new Array<number>(125).fill(0)];
    const frames = [...mpegBytes()];
    const bytes = Uint8Array.from([...id3, ...padding, ...frames, 1, 2, 3, ...frames, ...id3v1]);
    // the frame before what stands between is not followed by another one, and so does not count
    expect(parseMpeg(bytes).nSamples).toBe(5 * 1152);
  });

  it('passes over a last frame that is cut off, where nobody counted the frames', () => {
    expect(parseMpeg(mpegBytes().subarray(0, -1)).nSamples).toBe(2 * 1152);
  });

  it('refuses fewer frames than the encoder counted, with both numbers', () => {
    const error = thrownBy(() => parseMpeg(mpegBytes({ nFrames: 3, info: { nFrames: 4 } })));
    expect(error.code).toBe('truncated-file');
    expect(error.message).toContain(
      'Expected 4608 samples as the header declares, found 3456 in whole frames',
    );
  });

  it('refuses a file without a whole frame', () => {
    const endsInTag = Uint8Array.from([...ascii('ID3'), 4, 0, 0, 0, 0, 1, 0, ...ascii('title')]);
    for (const bytes of [Uint8Array.from(monoHeader), endsInTag]) {
      const error = thrownBy(() => parseMpeg(bytes));
      expect(error.code).toBe('truncated-file');
      expect(error.message).toContain('Expected a whole frame of MPEG audio, found none');
    }
  });
});
