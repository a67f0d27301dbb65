import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from '../../src/drawing/spread.js';

const room = { gap: 10, low: 0, high: 100 };

describe('spread', () => {
  it('keeps positions that do not touch', () => {
    expect(spread([50, 20, 80], room)).toEqual([50, 20, 80]);
  });

  it('moves two that touch apart by the same amount', () => {
    expect(spread([50, 50], room)).toEqual([45, 55]);
  });

  it('stays inside if everything fits, or else overflows at the far end', () => {
    expect(spread([100, 99], room)).toEqual([100, 90]);
    expect(spread([0, 0, 0], { ...room, high: 15 })).toEqual([0, 10, 20]);
  });

  it('keeps the gap and the order, for any positions', () => {
    const positions = fc.array(fc.double({ min: -50, max: 150, noNaN: true }), { maxLength: 9 });
    const law = (given: number[]) => {
      const placed = spread(given, room);
      const order = given.map((_, i) => i).sort((a, b) => given[a]! - given[b]! || a - b);
      order
        .slice(1)
        .forEach((i, rank) => expect(placed[i]! - placed[order[rank]!]!).toBeGreaterThan(10 - 1e-9));
    };
    fc.assert(fc.property(positions, law), { seed: 1, numRuns: 300 });
  });
});
