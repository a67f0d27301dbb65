import { MetricsError } from './errors.js';
import { talliesOf } from './tally/groupTallies.js';
import type { Tallies } from './tally/tallies.js';
import type { Outcome } from './types.js';

export interface TopKOptions {
  /**
   * How many of the most probable classes count as answers; a whole number >= 1. With `nClasses` or more, every item
   * is a hit.
   *
   * @default 2
   */
  readonly k?: number;
}

/**
 * Share of items whose actual class is among the `k` most probable, in `[0, 1]`. Of classes as probable, the one with
 * the higher index comes first, as in scikit-learn (which, for two classes only, takes the lower).
 *
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`, `no-probabilities`, `invalid-probability`,
 * `invalid-option`
 * @see sklearn.metrics.top_k_accuracy_score with `labels=range(nClasses)`
 *
 * @example
 * topKAccuracy({ actual: [0], predicted: [1], nClasses: 3, probabilities: [0.4, 0.5, 0.1] }, { k: 2 }); // 1
 */
export function topKAccuracy(outcome: Outcome, { k = 2 }: TopKOptions = {}): number {
  if (!Number.isInteger(k) || k < 1) {
    throw new MetricsError('invalid-option', `\`k\` must be a whole number >= 1, got \`${k}\`.`);
  }
  return topKAccuracyOf(talliesOf(outcome), k);
}

export function topKAccuracyOf({ ranks, nItems }: Tallies, k: number): number {
  let hits = 0;
  for (let rank = 0; rank < Math.min(k, ranks.length); rank++) hits += ranks[rank]!;
  return hits / nItems;
}
