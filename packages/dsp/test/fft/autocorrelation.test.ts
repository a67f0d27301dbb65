import { describe, expect, it } from 'vitest';
import { Autocorrelation } from '../../src/fft/autocorrelation.js';
import { maxDifference } from '../helpers/golden.js';
import { noise } from '../helpers/testSignal.js';

describe('Autocorrelation', () => {
  it('equals the sum it is defined by', () => {
    const signal = noise(50);
    const lags = new Float64Array(31);
    new Autocorrelation({ size: 50, maxLag: 30 }).transform(signal, lags);
    const expected = lags.map((_, lag) =>
      signal.subarray(lag).reduce((sum, value, n) => sum + value * signal[n]!, 0),
    );
    expect(maxDifference(lags, expected)).toBeLessThan(1e-12);
  });
});
