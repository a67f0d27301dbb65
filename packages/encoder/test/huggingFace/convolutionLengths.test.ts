import { describe, expect, it } from 'vitest';
import { hopOf, positionsOf, receptiveFieldOf } from '../../src/huggingFace/convolutionLengths.js';

/** Those of wav2vec 2.0, HuBERT, and WavLM. */
const convolutions = [
  { kernel: 10, stride: 5 },
  ...Array.from({ length: 4 }, () => ({ kernel: 3, stride: 2 })),
  ...Array.from({ length: 2 }, () => ({ kernel: 2, stride: 2 })),
];

describe('the convolutions of wav2vec 2.0', () => {
  it('make a position of 400 samples every 320', () => {
    expect(hopOf(convolutions)).toBe(320);
    expect(receptiveFieldOf(convolutions)).toBe(400);
  });

  it.each([
    [0, 0],
    [399, 0],
    [400, 1],
    [719, 1],
    [720, 2],
    [16000, 49],
    [480000, 1499],
  ])('make of %i samples %i positions', (nSamples, nPositions) => {
    expect(positionsOf(nSamples, convolutions)).toBe(nPositions);
  });
});
