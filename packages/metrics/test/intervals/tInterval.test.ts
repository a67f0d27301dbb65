import { describe, expect, it } from 'vitest';
import { tInterval } from '../../src/intervals/tInterval.js';

/** Values whose standard deviation is exactly 1 / 10, so that the widened one of 24 groups is 0.1 * sqrt(24 / 23). */
const values = Float64Array.from([-1, 1], (sign) => 0.5 + (sign * 0.1) / Math.SQRT2);
const error = 0.1 * Math.sqrt(24 / 23);
const base = { value: 0.5, values, nGroups: 24, confidence: 0.95 };
const multiplier = 2.0686576104190406; // scipy.stats.t.ppf(0.975, 23)

describe('tInterval', () => {
  it('is Student’s t times the standard error to each side on an unbounded scale', () => {
    const { low, high } = tInterval({ ...base, range: [-Infinity, Infinity] });
    expect(high).toBeCloseTo(0.5 + multiplier * error, 12);
    expect(low).toBeCloseTo(0.5 - multiplier * error, 12);
  });

  it('is computed in log odds between two bounds', () => {
    const { low, high } = tInterval({ ...base, range: [0, 1] });
    expect(Math.log(high / (1 - high))).toBeCloseTo((multiplier * error) / 0.25, 12);
    expect(low).toBeCloseTo(1 - high, 12);
  });

  it('is computed in logarithms above one bound', () => {
    const { low, high } = tInterval({ ...base, range: [0, Infinity] });
    expect(Math.log(high / 0.5)).toBeCloseTo((multiplier * error) / 0.5, 12);
    expect(low * high).toBeCloseTo(0.25, 12);
  });

  it('stays in the range, and is longer inward near a bound', () => {
    const near = { ...base, value: 0.95, values: values.map((value) => 0.95 + (value - 0.5) / 3) };
    const { low, high } = tInterval({ ...near, range: [0, 1] });
    expect(high).toBeLessThan(1);
    expect(0.95 - low).toBeGreaterThan(high - 0.95);
  });

  it('is the value itself without spread, also at a bound', () => {
    expect(tInterval({ ...base, values: Float64Array.of(0.5, 0.5), range: [0, 1] })).toEqual({
      low: 0.5,
      high: 0.5,
    });
    const end = { ...base, value: 1, values: Float64Array.of(1, 1), range: [0, 1] as const };
    expect(tInterval(end)).toEqual({ low: 1, high: 1 });
  });
});
