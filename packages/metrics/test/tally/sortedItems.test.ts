import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortedItems } from '../../src/tally/sortedItems.js';

describe('sortedItems', () => {
  it('gives the items from the lowest value to the highest', () => {
    expect([...sortedItems(Float64Array.of(0.3, 0, 1, 0.1))]).toEqual([1, 3, 0, 2]);
  });

  it('keeps the order of equal values; -0 equals 0', () => {
    expect([...sortedItems(Float64Array.of(0.5, 0, 0.5, -0))]).toEqual([1, 3, 0, 2]);
  });

  it('sorts many values >= 0 like a comparison sort', () => {
    const values = fc.array(fc.double({ min: 0, noNaN: true }), { minLength: 40, maxLength: 60 });
    fc.assert(
      fc.property(values, (list) => {
        // Each value 50 times over, and once with its lowest bits changed.
        const many = Float64Array.from({ length: 50 * list.length }, (_, i) => list[i % list.length]!);
        many.set(list.map((value) => value * (1 + 2 ** -50)));
        const expected = Array.from(many, (_, item) => item).sort((a, b) => many[a]! - many[b]! || a - b);
        expect([...sortedItems(many)]).toEqual(expected);
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  it('of no values is empty', () => {
    expect(sortedItems(new Float64Array(0))).toHaveLength(0);
  });
});
