import { type Average, requireAverage, weightedMean } from '../averages/average.js';
import { occurring } from '../averages/occurring.js';
import type { ZeroDivisionOptions } from '../averages/ratioWith.js';
import type { Outcome } from '../outcome/outcome.js';
import type { ClassCounts } from '../tally/classCounts.js';
import { talliesOf } from '../tally/groupTallies.js';
import type { Tallies } from '../tally/tallies.js';
import { type ClassScores, scoreClasses } from './perClass.js';

/** Options of `precision`, `recall`, `f1`, and `specificity`. */
export interface LabelAverageOptions extends ZeroDivisionOptions {
  /**
   * How the values of the classes become one. `macro` and `weighted` leave out classes that occur neither in `actual`
   * nor in `predicted`. `null` gives one value for each class, in the order of the labels, as scikit-learn's `None`.
   *
   * Scikit-learn's default, `binary`, does not exist here: with two classes, pass `null` and take the one you need.
   *
   * @default 'macro'
   */
  readonly average?: Average | null;
}

/**
 * Precision: of the items predicted as a class, the share that has it; in `[0, 1]`.
 *
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`, `invalid-option`
 * @see sklearn.metrics.precision_score
 *
 * @example
 * precision({ actual: [0, 0, 1], predicted: [0, 1, 1], nClasses: 2 }); // 0.75
 */
export function precision(
  outcome: Outcome,
  options: LabelAverageOptions & { readonly average: null },
): number[];
export function precision(
  outcome: Outcome,
  options?: LabelAverageOptions & { readonly average?: Average },
): number;
export function precision(outcome: Outcome, options: LabelAverageOptions = {}): number | number[] {
  return measureOf(outcome, 'precision', options);
}

/**
 * Recall, or sensitivity: of the items of a class, the share predicted as it; in `[0, 1]`. A class that is predicted but
 * has no items counts as `zeroDivision` in the macro average; `uar` leaves it out.
 *
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`, `invalid-option`
 * @see sklearn.metrics.recall_score
 *
 * @example
 * recall({ actual: [0, 0, 1], predicted: [0, 1, 1], nClasses: 2 }, { average: null }); // [0.5, 1]
 */
export function recall(outcome: Outcome, options: LabelAverageOptions & { readonly average: null }): number[];
export function recall(
  outcome: Outcome,
  options?: LabelAverageOptions & { readonly average?: Average },
): number;
export function recall(outcome: Outcome, options: LabelAverageOptions = {}): number | number[] {
  return measureOf(outcome, 'recall', options);
}

/**
 * F1: the harmonic mean of precision and recall; in `[0, 1]`. The macro average is the mean of the F1s, not the F1 of the
 * means. Each item has one class and one prediction, so micro F1, micro precision, and micro recall are the accuracy.
 *
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`, `invalid-option`
 * @see sklearn.metrics.f1_score
 *
 * @example
 * f1({ actual: [0, 0, 0, 1], predicted: [0, 0, 0, 0], nClasses: 2 }); // 0.42857142857142855
 * f1({ actual: [0, 0, 0, 1], predicted: [0, 0, 0, 0], nClasses: 2 }, { average: 'weighted' }); // 0.6428571428571428
 */
export function f1(outcome: Outcome, options: LabelAverageOptions & { readonly average: null }): number[];
export function f1(outcome: Outcome, options?: LabelAverageOptions & { readonly average?: Average }): number;
export function f1(outcome: Outcome, options: LabelAverageOptions = {}): number | number[] {
  return measureOf(outcome, 'f1', options);
}

type Measure = Exclude<keyof ClassScores, 'support'>;

function measureOf(
  outcome: Outcome,
  measure: Measure,
  { average = 'macro', ...options }: LabelAverageOptions,
): number | number[] {
  requireAverage(average, ['macro', 'weighted', 'micro']);
  const tallies = talliesOf(outcome);
  if (average === null) return scoreClasses(tallies.classes, options).map((row) => row[measure]);
  return averageOf(tallies, average, measure, options);
}

export function averageOf(
  { classes }: Tallies,
  average: Average,
  measure: Measure,
  options: ZeroDivisionOptions = {},
): number {
  if (average === 'micro') return scoreClasses([sumOf(classes)], options)[0]![measure];
  const rows = scoreClasses(occurring(classes), options);
  return weightedMean(
    rows.map((row) => row[measure]),
    rows.map(({ support }) => (average === 'macro' ? 1 : support)),
  );
}

function sumOf(classes: readonly ClassCounts[]): ClassCounts {
  const sum = { hits: 0, support: 0, predicted: 0 };
  for (const { hits, support, predicted } of classes) {
    sum.hits += hits;
    sum.support += support;
    sum.predicted += predicted;
  }
  return sum;
}
