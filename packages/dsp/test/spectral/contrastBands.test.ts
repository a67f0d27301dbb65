import { describe, expect, it } from 'vitest';
import { contrastBands } from '../../src/spectral/contrastBands.js';

describe('contrastBands', () => {
  it('are octaves above fMin, with one bin below each, and without their last bin', () => {
    // bins lie at 0, 100, 200 … 800 Hz
    const bands = contrastBands({ sampleRate: 1600, nFft: 16, nBands: 2, fMin: 200, quantile: 0.02 });
    expect(bands).toEqual([
      { firstBin: 0, nBins: 2, nExtremes: 1 }, // 0 to 200 Hz
      { firstBin: 1, nBins: 3, nExtremes: 1 }, // 100 to 400 Hz
      { firstBin: 3, nBins: 6, nExtremes: 1 }, // 300 Hz and above
    ]);
  });

  it('take the quantile of all their bins, rounded half to even', () => {
    const options = { sampleRate: 1600, nFft: 16, nBands: 2, fMin: 200 };
    expect(contrastBands({ ...options, quantile: 0.5 }).map((band) => band.nExtremes)).toEqual([2, 2, 3]);
    expect(contrastBands({ ...options, quantile: 0.99 }).map((band) => band.nExtremes)).toEqual([2, 3, 6]);
  });
});
