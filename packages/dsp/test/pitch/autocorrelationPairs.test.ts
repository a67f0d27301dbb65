import { describe, expect, it } from 'vitest';
import { Autocorrelation, paddedSize } from '../../src/fft/autocorrelation.js';
import { AutocorrelationPairs } from '../../src/pitch/autocorrelationPairs.js';
import { noise } from '../helpers/testSignal.js';

describe('AutocorrelationPairs', () => {
  it.each([
    [400, 120],
    [601, 299],
    [2048, 340],
    [2048, 2047],
  ])('of frames of %i samples, up to lag %i, are those of TypeScript bit for bit', (frameLength, maxLag) => {
    const nLags = 2 * Math.ceil((maxLag + 1) / 2);
    const pairs = AutocorrelationPairs.open({ frameLength, nLags }, paddedSize(frameLength, maxLag))!;
    const frames = [
      noise(2 * frameLength).slice(0, frameLength),
      noise(2 * frameLength).slice(frameLength),
    ] as const;
    const lags = [new Float64Array(nLags), new Float64Array(nLags)] as const;
    pairs.transform(Float64Array.from(frames[0]), Float64Array.from(frames[1]), lags);
    frames.forEach((frame, i) => {
      const expected = new Float64Array(maxLag + 1);
      new Autocorrelation({ size: frameLength, maxLag }).transform(Float64Array.from(frame), expected);
      expect(lags[i]!.slice(0, maxLag + 1)).toEqual(expected);
    });
  });
});
