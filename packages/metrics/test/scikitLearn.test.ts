import { describe, expect, it } from 'vitest';
import * as ours from '../src/index.js';
import type { MetricName } from '../src/scores/metrics.js';
import type { ClassScores } from '../src/labels/perClass.js';
import type { RocCurve } from '../src/probabilities/rocCurve.js';
import type { Outcome } from '../src/outcome/outcome.js';
import { type Answer, readGolden } from './golden.js';

/** Recorded answers; null stands for NaN, in thresholds for Infinity. */
interface Golden {
  readonly cases: readonly LabelCase[];
  readonly probabilityCases: readonly ProbabilityCase[];
}

interface LabelCase {
  readonly name: string;
  readonly outcome: Outcome;
  readonly scores: Readonly<Record<MetricName, Answer>>;
  readonly confusionMatrix: readonly (readonly number[])[];
  readonly byRow: readonly (readonly number[])[];
  readonly byColumn: readonly (readonly number[])[];
  readonly byZeroDivision: readonly {
    readonly zeroDivision: Answer;
    readonly perClass: readonly Record<keyof ClassScores, Answer>[];
    readonly specificity: readonly Answer[];
    readonly macroSpecificity: Answer;
    readonly averages: Readonly<Record<AverageName, Answer>>;
  }[];
}

const averaged = { F1: ours.f1, Precision: ours.precision, Recall: ours.recall };

type AverageName = `${'macro' | 'weighted'}${'F1' | 'Precision' | 'Recall'}`;

interface ProbabilityCase {
  readonly name: string;
  readonly outcome: Outcome;
  readonly scores: Readonly<Record<MetricName, Answer>>;
  readonly rocAuc: readonly Answer[];
  readonly averagePrecision: readonly Answer[];
  readonly rocCurves: readonly Record<keyof RocCurve, readonly Answer[]>[];
}

const golden = readGolden<Golden>('scikitLearn.json');

// Ratios of small integers, and sums over at most 120 items: only the last bits may differ.
const tolerance = 1e-12;

function expectEqual(value: number, recorded: Answer) {
  if (recorded === null) expect(value).toBeNaN();
  else expect(Math.abs(value - recorded)).toBeLessThanOrEqual(tolerance);
}

function expectAllEqual(values: readonly number[], recorded: readonly Answer[]) {
  expect(values).toHaveLength(recorded.length);
  values.forEach((value, i) => expectEqual(value, recorded[i]!));
}

describe.each(golden.cases)('equals scikit-learn 1.9.1 on $name', ({ outcome, ...recorded }) => {
  it.each(Object.entries(recorded.scores) as [MetricName, Answer][])('in %s', (name, answer) => {
    expectEqual(ours.metrics[name].score(outcome), answer);
  });

  it('in the confusion matrix, counted, by row and by column', () => {
    const matrix = ours.confusionMatrix(outcome);
    expect(matrix).toEqual(recorded.confusionMatrix);
    expectAllEqual(ours.normalizeRows(matrix).flat(), recorded.byRow.flat());
    expectAllEqual(ours.normalizeColumns(matrix).flat(), recorded.byColumn.flat());
  });

  it.each(recorded.byZeroDivision)('per class and in averages, zero division $zeroDivision', (answers) => {
    const options = { zeroDivision: answers.zeroDivision ?? NaN };
    const rows = ours.perClass(outcome, options);
    for (const measure of ['precision', 'recall', 'f1', 'support'] as const) {
      expectAllEqual(
        rows.map((row) => row[measure]),
        answers.perClass.map((row) => row[measure]),
      );
    }
    expectAllEqual(ours.specificity(outcome, { ...options, average: null }), answers.specificity);
    expectEqual(ours.specificity(outcome, options), answers.macroSpecificity);
    for (const average of ['macro', 'weighted'] as const) {
      for (const [name, metric] of Object.entries(averaged)) {
        const answer = answers.averages[`${average}${name as keyof typeof averaged}`];
        expectEqual(metric(outcome, { ...options, average }), answer);
      }
    }
  });
});

describe.each(golden.probabilityCases)('equals scikit-learn 1.9.1 on $name', ({ outcome, ...recorded }) => {
  it.each(Object.entries(recorded.scores) as [MetricName, Answer][])('in %s', (name, answer) => {
    expectEqual(ours.metrics[name].score(outcome), answer);
  });

  it('in ROC-AUC and average precision of each class', () => {
    expectAllEqual(ours.rocAuc(outcome, { average: null }), recorded.rocAuc);
    expectAllEqual(ours.averagePrecision(outcome, { average: null }), recorded.averagePrecision);
  });

  it('in the ROC curve of each class', () => {
    recorded.rocCurves.forEach((answers, label) => {
      const curve = ours.rocCurve(outcome, label);
      expectAllEqual(curve.falsePositiveRates, answers.falsePositiveRates);
      expectAllEqual(curve.truePositiveRates, answers.truePositiveRates);
      expect(curve.thresholds[0]).toBe(Infinity);
      expectAllEqual(curve.thresholds.slice(1), answers.thresholds.slice(1));
    });
  });
});
