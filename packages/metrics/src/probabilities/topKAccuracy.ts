import { requireInteger } from '@ser/core';
import type { Outcome } from '../outcome/outcome.js';
import { talliesOf } from '../tally/groupTallies.js';
import type { Tallies } from '../tally/tallies.js';

export interface TopKOptions {
  /**
   * How many of the most probable classes count as predicted; an integer of at least 1. With `nClasses` or more, the
   * result is 1.
   *
   * @default 2
   */
  readonly k?: number;
}

/**
 * Share of items whose true class is among the `k` most probable, in `[0, 1]`. Of equally probable classes, the one with
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
  requireInteger('k', k, { min: 1 });
  return topKAccuracyOf(talliesOf(outcome), k);
}

export function topKAccuracyOf({ ranks, nItems }: Tallies, k: number): number {
  let hits = 0;
  for (let rank = 0; rank < Math.min(k, ranks.length); rank++) hits += ranks[rank]!;
  return hits / nItems;
}
