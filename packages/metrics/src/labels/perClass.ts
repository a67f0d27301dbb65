import { ratioWith, type ZeroDivisionOptions } from '../averages/ratioWith.js';
import type { Outcome } from '../outcome/outcome.js';
import { type ClassCounts, classCounts } from '../tally/classCounts.js';

/** Precision, recall, and F1 of one class. */
export interface ClassScores {
  /** Of the items predicted as this class, the share that has it; in `[0, 1]`. */
  readonly precision: number;
  /** Of the items of this class, the share predicted as it; in `[0, 1]`. */
  readonly recall: number;
  /** Harmonic mean of precision and recall; in `[0, 1]`. */
  readonly f1: number;
  /** Number of items of this class. */
  readonly support: number;
}

/**
 * Precision, recall, F1, and support of every class, in the order of the labels.
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

/** The scores of each class from its counts. */
export function scoreClasses(counts: readonly ClassCounts[], options: ZeroDivisionOptions): ClassScores[] {
  const ratio = ratioWith(options);
  return counts.map(({ hits, support, predicted }) => ({
    precision: ratio(hits, predicted),
    recall: ratio(hits, support),
    f1: ratio(2 * hits, support + predicted),
    support,
  }));
}
