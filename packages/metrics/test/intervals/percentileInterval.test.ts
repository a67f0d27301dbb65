import { describe, expect, it } from 'vitest';
import { percentileInterval } from '../../src/intervals/percentileInterval.js';

describe('percentileInterval', () => {
  it('is the middle share, for values in any order', () => {
    const values = Float64Array.from({ length: 101 }, (_, i) => (i * 37) % 101);
    const { low, high } = percentileInterval(values, 0.9);
    expect(low).toBeCloseTo(5, 12);
    expect(high).toBeCloseTo(95, 12);
  });

  it('interpolates linearly between two values, as numpy’s default', () => {
    // numpy.quantile([0, 1, 2, 4], [0.25, 0.75])
    expect(percentileInterval(Float64Array.of(4, 2, 1, 0), 0.5)).toEqual({ low: 0.75, high: 2.5 });
  });
});
