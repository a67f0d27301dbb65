import { describe, expect, it } from 'vitest';
import { averagePrecision, rocAuc } from '../../src/probabilities/rankingMetrics.js';
import { check, outcomes } from '../outcomes.js';

/** Two classes, the probability of the second given. */
function binary(actual: readonly number[], second: readonly number[]) {
  return {
    actual,
    predicted: actual.map(() => 0),
    nClasses: 2,
    probabilities: second.flatMap((p) => [1 - p, p]),
  };
}

const tied = binary([1, 1, 0, 0, 0], [0.6, 0.4, 0.5, 0.4, 0.1]);
const oneClass = binary([0, 0], [0.5, 0.2]);
const three = {
  actual: [0, 0, 1, 2],
  predicted: [0, 0, 0, 0],
  nClasses: 3,
  probabilities: [0.5, 0.25, 0.25, 0.25, 0.5, 0.25, 0.375, 0.25, 0.375, 0.25, 0.25, 0.5],
};

describe('rocAuc', () => {
  it('of a class is the share of pairs in the right order; ties count half', () => {
    // Pairs of the second class's 0.6 and 0.4 with the first's 0.5, 0.4, and 0.1: 3 + 1.5 of 6.
    expect(rocAuc(tied, { average: null })[1]).toBe(4.5 / 6);
  });

  it('is the same for both of two classes', () => {
    const [first, second] = rocAuc(binary([1, 0, 1, 0], [0.6, 0.3, 0.2, 0.5]), { average: null });
    expect(first).toBe(second);
  });

  it('is NaN for a class without items or of all items', () => {
    expect(rocAuc(oneClass, { average: null })).toEqual([NaN, NaN]);
    expect(rocAuc(oneClass)).toBeNaN();
  });

  it('averages classes, or weights them by their items', () => {
    const [a, b, c] = rocAuc(three, { average: null });
    expect(rocAuc(three)).toBeCloseTo((a! + b! + c!) / 3, 12);
    expect(rocAuc(three, { average: 'weighted' })).toBeCloseTo((2 * a! + b! + c!) / 4, 12);
  });

  it('of a ranking and its reverse sums to 1', () => {
    check(outcomes, (outcome) => {
      if (outcome.nClasses !== 2) return;
      const [first, second] = rocAuc(outcome, { average: null });
      const reversed = { ...outcome, probabilities: exchanged(outcome.probabilities) };
      if (Number.isNaN(first!)) return;
      expect(first! + rocAuc(reversed, { average: null })[0]!).toBeCloseTo(1, 12);
      expect(second).toBeCloseTo(first!, 12);
    });
  });

  it('has no micro average', () => {
    expect(() => rocAuc(tied, { average: 'micro' as 'macro' })).toThrow(
      expect.objectContaining({ code: 'invalid-option' }),
    );
  });
});

describe('averagePrecision', () => {
  it('of a class is the mean precision at its items; ties are taken together', () => {
    expect(averagePrecision(tied, { average: null })[1]).toBe((1 / 1 + 2 / 4) / 2);
  });

  it('is NaN for a class without items, and averages leave it out', () => {
    expect(averagePrecision(oneClass, { average: null })).toEqual([1, NaN]);
    expect(averagePrecision(oneClass)).toBe(1);
  });

  it('averages classes, or weights them by their items', () => {
    const [a, b, c] = averagePrecision(three, { average: null });
    expect(averagePrecision(three)).toBeCloseTo((a! + b! + c!) / 3, 12);
    expect(averagePrecision(three, { average: 'weighted' })).toBeCloseTo((2 * a! + b! + c!) / 4, 12);
  });
});

/** The probabilities of two classes exchanged. */
function exchanged(probabilities: readonly number[]): number[] {
  return probabilities.map((_, i) => probabilities[i ^ 1]!);
}
