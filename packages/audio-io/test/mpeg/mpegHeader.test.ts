import { describe, expect, it } from 'vitest';
import { mpegHeader } from '../../src/mpeg/mpegHeader.js';

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
  ])('reads %s', (_, bytes, expected) => {
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
  ])('is undefined for %s', (_, bytes) => {
    expect(mpegHeader(Uint8Array.from(bytes), 0)).toBeUndefined();
  });
});
