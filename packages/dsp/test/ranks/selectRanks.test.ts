import { describe, expect, it } from 'vitest';
import { selectRanks } from '../../src/ranks/selectRanks.js';
import { noise } from '../helpers/testSignal.js';

describe('selectRanks', () => {
  it.each([1, 2, 13, 14, 100, 1000])('moves the ranks of %i values to their sorted positions', (length) => {
    const values = noise(length).map((value) => Math.round(50 * value) + 0);
    const sorted = values.slice().sort();
    const ranks = Int32Array.from([0, 0.01, 0.25, 0.25, 0.5, 0.9, 1], (share) =>
      Math.floor(share * (length - 1)),
    );
    selectRanks(values, ranks);
    expect([...ranks].map((rank) => values[rank])).toEqual([...ranks].map((rank) => sorted[rank]));
    expect(values.sort()).toEqual(sorted);
  });

  it('works for equal, ascending, and descending values', () => {
    for (const value of [() => 7, (i: number) => i, (i: number) => -i]) {
      const values = Float64Array.from({ length: 500 }, (_, i) => value(i));
      const sorted = values.slice().sort();
      selectRanks(values, Int32Array.of(5, 250, 499));
      expect([values[5], values[250], values[499]]).toEqual([sorted[5], sorted[250], sorted[499]]);
    }
  });
});

describe('selectRanks of NaN', () => {
  it('rejects NaN', () => {
    expect(() => selectRanks(new Float64Array(40).fill(NaN), Int32Array.of(20))).toThrow(
      expect.objectContaining({ code: 'invalid-sample' }),
    );
  });
});
