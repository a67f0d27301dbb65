import { describe, expect, it } from 'vitest';
import { ccc } from '../../src/values/ccc.js';
import { mae } from '../../src/values/mae.js';
import { pearson } from '../../src/values/pearson.js';
import { valueIntervals } from '../../src/values/valueIntervals.js';

/** The expected values are from numpy and scipy.stats.pearsonr. */
const pair = { actual: [2.1, 3.4, 1.2, 4.8, 3.3, 2.2], predicted: [2.5, 3.0, 1.9, 4.1, 3.6, 2.9] };

describe('ccc', () => {
  it('is the concordance correlation', () => {
    expect(ccc(pair)).toBeCloseTo(0.8324420677361856, 12);
  });

  it('is below the correlation when all predictions are too high', () => {
    expect(ccc({ actual: [1, 2, 3], predicted: [2, 3, 4] })).toBeCloseTo(4 / 7, 12);
  });

  it('is 1 for equal values, and not a number without any spread', () => {
    expect(ccc({ actual: pair.actual, predicted: pair.actual })).toBe(1);
    expect(ccc({ actual: [2, 2], predicted: [2, 2] })).toBeNaN();
  });

  it('needs values, as many predicted as actual ones', () => {
    expect(() => ccc({ actual: [], predicted: [] })).toThrow(expect.objectContaining({ code: 'no-items' }));
    expect(() => ccc({ actual: [1, 2], predicted: [1] })).toThrow('for each of the 2 in `actual`; got 1');
  });
});

describe('pearson', () => {
  it('equals scipy', () => {
    expect(pearson(pair)).toBeCloseTo(0.9461793912857718, 12);
  });
});

describe('mae', () => {
  it('is the mean absolute error', () => {
    expect(mae(pair)).toBeCloseTo(0.5333333333333333, 12);
  });
});

describe('valueIntervals', () => {
  const groups = ['a', 'a', 'b', 'b', 'c', 'c'];

  it('has an interval over speakers around each score', () => {
    const intervals = valueIntervals({ ...pair, groups, seed: 1 });
    expect(intervals.ccc.value).toBe(ccc(pair));
    expect(intervals.mae.value).toBe(mae(pair));
    for (const { value, low, high, nGroups, reliable } of Object.values(intervals)) {
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
      expect([nGroups, reliable]).toEqual([3, false]);
    }
  });

  it('needs two speakers', () => {
    const one = groups.map(() => 'a');
    expect(() => valueIntervals({ ...pair, groups: one, seed: 1 })).toThrow('at least two speakers; got 1');
  });
});
