import { talliesOf } from '../tally/groupTallies.js';
import type { Tallies } from '../tally/tallies.js';
import type { Outcome } from '../outcome/outcome.js';

/**
 * Mean negative natural logarithm of the probability of the true class (cross-entropy), in nats; lower is
 * better. Probabilities count as at least 2^-52 and at most 1 - 2^-52, so that one zero does not make it infinite.
 *
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`, `no-probabilities`, `invalid-probability`
 * @see sklearn.metrics.log_loss with `labels=range(nClasses)`, for 64-bit floats
 *
 * @example
 * logLoss({ actual: [0], predicted: [0], nClasses: 2, probabilities: [0.5, 0.5] }); // 0.6931471805599453
 */
export function logLoss(outcome: Outcome): number {
  return logLossOf(talliesOf(outcome));
}

export function logLossOf({ logLoss, nItems }: Tallies): number {
  return logLoss / nItems;
}
