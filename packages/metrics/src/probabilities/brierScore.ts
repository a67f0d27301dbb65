import { talliesOf } from '../tally/groupTallies.js';
import type { Tallies } from '../tally/tallies.js';
import type { Outcome } from '../outcome/outcome.js';

/**
 * Mean squared error of the probabilities (the target is 1 for the true class, 0 for the others), summed over classes; in
 * `[0, 2]`, lower is better. For two classes it is halved, as is usual: `[0, 1]`.
 *
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`, `no-probabilities`, `invalid-probability`
 * @see sklearn.metrics.brier_score_loss with `labels=range(nClasses)`, `scale_by_half='auto'`
 *
 * @example
 * brierScore({ actual: [0], predicted: [0], nClasses: 3, probabilities: [0.8, 0.1, 0.1] }); // 0.06
 */
export function brierScore(outcome: Outcome): number {
  return brierScoreOf(talliesOf(outcome));
}

export function brierScoreOf({ squaredError, nItems, classes }: Tallies): number {
  return squaredError / nItems / (classes.length === 2 ? 2 : 1);
}
