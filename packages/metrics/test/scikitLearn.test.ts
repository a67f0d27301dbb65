import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as ours from '../src/index.js';
import type { MetricName } from '../src/metrics.js';
import type { ClassScores } from '../src/perClass.js';
import type { RocCurve } from '../src/rocCurve.js';
import type { Outcome } from '../src/types.js';

/** As recorded by tools/goldens/metrics.py; null stands for NaN, in thresholds for Infinity. */
interface Golden {
  readonly cases: readonly LabelCase[];
  readonly probabilityCases: readonly ProbabilityCase[];
}

type Answer = number | null;

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

type AverageName = `${'macro' | 'weighted'}${'F1' | 'Precision' | 'Recall'}`;

interface ProbabilityCase {
  readonly name: string;
  readonly outcome: Outcome;
  readonly scores: Readonly<Record<MetricName, Answer>>;
  readonly rocAuc: readonly Answer[];
  readonly averagePrecision: readonly Answer[];
  readonly rocCurves: readonly Record<keyof RocCurve, readonly Answer[]>[];
  readonly inverseTemperature: number;
}

const golden = JSON.parse(
  readFileSync(new URL('goldens/scikitLearn.json', import.meta.url), 'utf8'),
) as Golden;

// Ratios of small whole numbers, and sums over at most 120 items: only the last bits may differ.
const tolerance = 1e-12;

function expectEqual(figure: number, recorded: Answer) {
  if (recorded === null) expect(figure).toBeNaN();
  else expect(Math.abs(figure - recorded)).toBeLessThanOrEqual(tolerance);
}

function expectAllEqual(figures: readonly number[], recorded: readonly Answer[]) {
  expect(figures).toHaveLength(recorded.length);
  figures.forEach((figure, i) => expectEqual(figure, recorded[i]!));
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
    expectAllEqual(ours.specificity(outcome, options), answers.specificity);
    expectEqual(ours.macroSpecificity(outcome, options), answers.macroSpecificity);
    for (const average of ['macro', 'weighted'] as const) {
      for (const measure of ['F1', 'Precision', 'Recall'] as const) {
        expectEqual(ours[`${average}${measure}`](outcome, options), answers.averages[`${average}${measure}`]);
      }
    }
  });
});

describe.each(golden.probabilityCases)('equals scikit-learn 1.9.1 on $name', ({ outcome, ...recorded }) => {
  it.each(Object.entries(recorded.scores) as [MetricName, Answer][])('in %s', (name, answer) => {
    expectEqual(ours.metrics[name].score(outcome), answer);
  });

  it('in ROC-AUC and average precision of each class', () => {
    const areas = ours.perClassAreas(outcome);
    expectAllEqual(
      areas.map(({ rocAuc }) => rocAuc),
      recorded.rocAuc,
    );
    expectAllEqual(
      areas.map(({ averagePrecision }) => averagePrecision),
      recorded.averagePrecision,
    );
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

  it('in the temperature that scipy finds for the same loss', () => {
    // A root of a sum of exponentials: known to about its rounding divided by its slope.
    const ratio = 1 / ours.fitTemperature(outcome) / recorded.inverseTemperature;
    expect(Math.abs(ratio - 1)).toBeLessThan(1e-9);
  });
});
