import { describe, expect, it } from 'vitest';
import { macroRocAuc, perClassAreas, weightedAveragePrecision, weightedRocAuc } from '../src/areas.js';
import { check, outcomes } from './outcomes.js';

/** Two classes, the probability of the second given. */
function binary(actual: readonly number[], second: readonly number[]) {
  return {
    actual,
    predicted: actual.map(() => 0),
    nClasses: 2,
    probabilities: second.flatMap((p) => [1 - p, p]),
  };
}

describe('perClassAreas', () => {
  it('is the share of pairs in the right order, ties counting half', () => {
    // Pairs of the second class's 0.6 and 0.4 with the first's 0.5, 0.4 and 0.1: 3 + 1.5 of 6.
    const [, second] = perClassAreas(binary([1, 1, 0, 0, 0], [0.6, 0.4, 0.5, 0.4, 0.1]));
    expect(second!.rocAuc).toBe(4.5 / 6);
    expect(second!.support).toBe(2);
  });

  it('is the mean precision at the items of the class, ties being answered together', () => {
    const [, second] = perClassAreas(binary([1, 1, 0, 0, 0], [0.6, 0.4, 0.5, 0.4, 0.1]));
    expect(second!.averagePrecision).toBe((1 / 1 + 2 / 4) / 2);
  });

  it('is the same for either of two classes', () => {
    const [first, second] = perClassAreas(binary([1, 0, 1, 0], [0.6, 0.3, 0.2, 0.5]));
    expect(first!.rocAuc).toBe(second!.rocAuc);
  });

  it('has no ROC-AUC where all are of the class or none is, and no precision of a class that is absent', () => {
    const [first, second] = perClassAreas(binary([0, 0], [0.5, 0.2]));
    expect(first).toEqual({ rocAuc: NaN, averagePrecision: 1, support: 2 });
    expect(second).toEqual({ rocAuc: NaN, averagePrecision: NaN, support: 0 });
  });

  it('turns round with the probabilities: a ranking and its reverse share the area', () => {
    check(outcomes, (outcome) => {
      const reversed = { ...outcome, probabilities: reverseOrder(outcome.probabilities, outcome.nClasses) };
      const there = perClassAreas(outcome);
      const back = perClassAreas(reversed);
      there.forEach(({ rocAuc }, label) => {
        if (Number.isNaN(rocAuc) || outcome.nClasses !== 2) return;
        expect(rocAuc + back[label]!.rocAuc).toBeCloseTo(1, 12);
      });
    });
  });
});

/** Of two classes, the probabilities exchanged. */
function reverseOrder(probabilities: readonly number[], nClasses: number): number[] {
  return probabilities.map((_, i) => probabilities[i - (i % nClasses) + (nClasses - 1 - (i % nClasses))]!);
}

describe('averages of areas', () => {
  it('weigh classes alike, or by their items', () => {
    const outcome = {
      actual: [0, 0, 1, 2],
      predicted: [0, 0, 0, 0],
      nClasses: 3,
      probabilities: [0.5, 0.25, 0.25, 0.25, 0.5, 0.25, 0.375, 0.25, 0.375, 0.25, 0.25, 0.5],
    };
    const areas = perClassAreas(outcome).map(({ rocAuc }) => rocAuc) as [number, number, number];
    expect(macroRocAuc(outcome)).toBeCloseTo((areas[0] + areas[1] + areas[2]) / 3, 12);
    expect(weightedRocAuc(outcome)).toBeCloseTo((2 * areas[0] + areas[1] + areas[2]) / 4, 12);
    expect(weightedAveragePrecision(outcome)).toBeGreaterThan(0);
  });
});
