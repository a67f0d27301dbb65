import { type ClassCounts, classCounts } from './tally/classCounts.js';
import type { Outcome, ZeroDivisionOptions } from './types.js';
import { ratioWith } from './zeroDivision.js';

/** How well one class was found. */
export interface ClassScores {
  /** Of the items answered as this class, the share that is; `[0, 1]`. */
  readonly precision: number;
  /** Of the items of this class, the share answered so; `[0, 1]`. */
  readonly recall: number;
  /** Harmonic mean of precision and recall; `[0, 1]`. */
  readonly f1: number;
  /** How many items of this class there are. */
  readonly support: number;
}

/**
 * Precision, recall, F1 and support of every class, in the order of the labels.
 *
 * @returns `nClasses` rows, also for classes that do not occur
 * @throws {SerError} `length-mismatch`, `invalid-class`, `invalid-option`
 * @see sklearn.metrics.precision_recall_fscore_support with `labels=range(nClasses)`,
 * https://scikit-learn.org/stable/modules/generated/sklearn.metrics.precision_recall_fscore_support.html
 *
 * @example
 * perClass({ actual: [0, 0, 1], predicted: [0, 1, 1], nClasses: 2 })[1];
 * // { precision: 0.5, recall: 1, f1: 0.6666666666666666, support: 1 }
 */
export function perClass(outcome: Outcome, options: ZeroDivisionOptions = {}): ClassScores[] {
  return scoreClasses(classCounts(outcome), options);
}

/** The ratios of counts already taken, row by row. */
export function scoreClasses(counts: readonly ClassCounts[], options: ZeroDivisionOptions): ClassScores[] {
  const ratio = ratioWith(options);
  return counts.map(({ hits, support, answered }) => ({
    precision: ratio(hits, answered),
    recall: ratio(hits, support),
    f1: ratio(2 * hits, support + answered),
    support,
  }));
}
