import type { Outcome } from '../outcome/outcome.js';
import { talliesOf } from '../tally/groupTallies.js';
import type { Tallies } from '../tally/tallies.js';

/**
 * Share of items whose predicted class is the true one, in `[0, 1]`; also called weighted accuracy (WA). Large classes
 * count more: report `uar` first.
 *
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`
 * @see sklearn.metrics.accuracy_score
 *
 * @example
 * accuracy({ actual: [0, 0, 0, 1], predicted: [0, 0, 0, 0], nClasses: 2 }); // 0.75
 */
export function accuracy(outcome: Outcome): number {
  return accuracyOf(talliesOf(outcome));
}

export function accuracyOf({ classes, nItems }: Tallies): number {
  return classes.reduce((sum, { hits }) => sum + hits, 0) / nItems;
}
