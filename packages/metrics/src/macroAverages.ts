import { classCounts } from './classCounts.js';
import { scoreClasses, type ClassScores } from './perClass.js';
import { refuseEmpty } from './refuseEmpty.js';
import type { Outcome, ZeroDivisionOptions } from './types.js';

// Each is the plain mean over the classes that occur in `actual` or in `predicted`, which is scikit-learn's
// default set of labels. A class that occurs in neither says nothing about the answers and is left out.

/**
 * Mean precision of the classes that occur, in `[0, 1]`.
 *
 * @throws {MetricsError} `no-items`, `length-mismatch`, `invalid-class`, `invalid-option`
 * @see sklearn.metrics.precision_score with `average='macro'`
 */
export function macroPrecision(outcome: Outcome, options: ZeroDivisionOptions = {}): number {
  return macroAverage(outcome, 'precision', options);
}

/**
 * Mean recall of the classes that occur, in `[0, 1]`. A class that is answered but never actual counts as
 * `zeroDivision`; `uar` leaves it out.
 *
 * @throws {MetricsError} `no-items`, `length-mismatch`, `invalid-class`, `invalid-option`
 * @see sklearn.metrics.recall_score with `average='macro'`
 */
export function macroRecall(outcome: Outcome, options: ZeroDivisionOptions = {}): number {
  return macroAverage(outcome, 'recall', options);
}

/**
 * Mean F1 of the classes that occur, in `[0, 1]`: the mean of the F1s, not the F1 of the means.
 *
 * @throws {MetricsError} `no-items`, `length-mismatch`, `invalid-class`, `invalid-option`
 * @see sklearn.metrics.f1_score with `average='macro'`
 *
 * @example
 * macroF1({ actual: [0, 0, 0, 1], predicted: [0, 0, 0, 0], nClasses: 2 }); // 0.42857142857142855
 */
export function macroF1(outcome: Outcome, options: ZeroDivisionOptions = {}): number {
  return macroAverage(outcome, 'f1', options);
}

function macroAverage(
  outcome: Outcome,
  measure: Exclude<keyof ClassScores, 'support'>,
  options: ZeroDivisionOptions,
): number {
  refuseEmpty(outcome);
  const occurring = classCounts(outcome).filter(({ support, answered }) => support + answered > 0);
  const values = scoreClasses(occurring, options)
    .map((scores) => scores[measure])
    .filter((value) => !Number.isNaN(value));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
