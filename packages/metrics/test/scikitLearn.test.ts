import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  accuracy,
  confusionMatrix,
  macroF1,
  macroPrecision,
  macroRecall,
  normalizeRows,
  perClass,
  uar,
  type ClassScores,
  type Outcome,
} from '../src/index.js';

/** As recorded by tools/goldens/metrics.py; null stands for NaN. */
interface Golden {
  readonly name: string;
  readonly outcome: Outcome;
  readonly accuracy: number;
  readonly uar: number;
  readonly confusionMatrix: readonly (readonly number[])[];
  readonly byRow: readonly (readonly number[])[];
  readonly byZeroDivision: readonly {
    readonly zeroDivision: number | null;
    readonly perClass: readonly Record<keyof ClassScores, number | null>[];
    readonly macroF1: number | null;
    readonly macroPrecision: number | null;
    readonly macroRecall: number | null;
  }[];
}

const { cases } = JSON.parse(readFileSync(new URL('goldens/scikitLearn.json', import.meta.url), 'utf8')) as {
  cases: Golden[];
};

// Ratios of small whole numbers, summed over at most 9 classes: only the last bits may differ.
const digits = 12;

function expectEqual(ours: number, theirs: number | null) {
  if (theirs === null) expect(ours).toBeNaN();
  else expect(ours).toBeCloseTo(theirs, digits);
}

describe.each(cases)('equals scikit-learn 1.9.1 on $name', ({ outcome, ...expected }) => {
  it('in accuracy and UAR', () => {
    expectEqual(accuracy(outcome), expected.accuracy);
    expectEqual(uar(outcome), expected.uar);
  });

  it('in the confusion matrix, counted and by row', () => {
    expect(confusionMatrix(outcome)).toEqual(expected.confusionMatrix);
    normalizeRows(confusionMatrix(outcome)).forEach((row, i) =>
      row.forEach((share, j) => expectEqual(share, expected.byRow[i]![j]!)),
    );
  });

  it.each(expected.byZeroDivision)('per class and macro, zero division $zeroDivision', (recorded) => {
    const options = { zeroDivision: recorded.zeroDivision ?? NaN };
    const ours = perClass(outcome, options);
    expect(ours).toHaveLength(recorded.perClass.length);
    ours.forEach((row, label) => {
      expectEqual(row.precision, recorded.perClass[label]!.precision);
      expectEqual(row.recall, recorded.perClass[label]!.recall);
      expectEqual(row.f1, recorded.perClass[label]!.f1);
      expect(row.support).toBe(recorded.perClass[label]!.support);
    });
    expectEqual(macroF1(outcome, options), recorded.macroF1);
    expectEqual(macroPrecision(outcome, options), recorded.macroPrecision);
    expectEqual(macroRecall(outcome, options), recorded.macroRecall);
  });
});
