import { describe, expect, it } from 'vitest';
import { percentile, Percentiles } from '../../src/ranks/percentiles.js';
import { RankSelection } from '../../src/ranks/rankSelection.js';
import { selectRanks } from '../../src/ranks/selectRanks.js';
import { maxDifference } from '../helpers/golden.js';
import { noise } from '../helpers/testSignal.js';

describe('selectRanks', () => {
  it.each([1, 2, 13, 14, 100, 1000])('puts the ranks of %i values where sorting would', (length) => {
    const values = noise(length).map((value) => Math.round(50 * value) + 0);
    const sorted = values.slice().sort();
    const ranks = Int32Array.from([0, 0.01, 0.25, 0.25, 0.5, 0.9, 1], (share) =>
      Math.floor(share * (length - 1)),
    );
    selectRanks(values, ranks);
    expect([...ranks].map((rank) => values[rank])).toEqual([...ranks].map((rank) => sorted[rank]));
    expect(values.sort()).toEqual(sorted);
  });

  it('is not led astray by equal, ascending or descending values', () => {
    for (const value of [() => 7, (i: number) => i, (i: number) => -i]) {
      const values = Float64Array.from({ length: 500 }, (_, i) => value(i));
      const sorted = values.slice().sort();
      selectRanks(values, Int32Array.of(5, 250, 499));
      expect([values[5], values[250], values[499]]).toEqual([sorted[5], sorted[250], sorted[499]]);
    }
  });
});

describe('selectRanks of what is not finite', () => {
  it('refuses NaN instead of looking for its rank for ever', () => {
    expect(() => selectRanks(new Float64Array(40).fill(NaN), Int32Array.of(20))).toThrow(
      expect.objectContaining({ code: 'invalid-sample' }),
    );
  });
});

describe('RankSelection', () => {
  const selection = new RankSelection();

  it.each([1, 2, 6, 100, 1000])('finds the ranks of a part of %i values, and leaves them alone', (length) => {
    for (const spread of [1, 1e-3, 50]) {
      // A few far away crowd all others into one bucket.
      const values = noise(length + 4).map((value, i) =>
        i % 97 === 5 ? 1e6 * value : Math.round(value / spread) + 0,
      );
      const before = values.slice();
      const sorted = values.slice(3, 3 + length).sort();
      const ranks = Int32Array.from([0, 0.2, 0.2, 0.5, 0.8, 1], (share) => Math.floor(share * (length - 1)));
      const ordered = selection.select(values, 3, length, ranks);
      expect([...ranks].map((rank) => ordered[rank])).toEqual([...ranks].map((rank) => sorted[rank]));
      const [, low] = ranks;
      expect([...ordered.subarray(0, low)].sort((a, b) => a - b)).toEqual([...sorted.subarray(0, low)]);
      expect(values).toEqual(before);
    }
  });

  it('of equal values is that value', () => {
    expect(selection.select(new Float64Array(40).fill(-3), 0, 40, Int32Array.of(0, 39))[39]).toBe(-3);
  });
});

describe('Percentiles', () => {
  it('interpolates between the two neighbours, as numpy.percentile', () => {
    const output = new Float64Array(3);
    new Percentiles([25, 50, 95]).transform(Float64Array.of(4, 1, 2, 3), output);
    expect(maxDifference(output, [1.75, 2.5, 3.85])).toBeLessThan(1e-15);
  });

  it('of one value are that value', () => {
    const output = new Float64Array(2);
    new Percentiles([1, 99]).transform(Float64Array.of(5), output);
    expect([...output]).toEqual([5, 5]);
  });
});

describe('percentile', () => {
  it('leaves the values as they are', () => {
    const values = Float64Array.of(3, 1, 2);
    expect(percentile(values, 50)).toBe(2);
    expect([...values]).toEqual([3, 1, 2]);
  });
});
