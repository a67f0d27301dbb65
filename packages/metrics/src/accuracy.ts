import { confusionMatrix } from './confusionMatrix.js';
import { refuseEmpty } from './refuseEmpty.js';
import type { Outcome } from './types.js';

/**
 * Share of items answered right, in `[0, 1]`; also called weighted accuracy (WA). Large classes weigh more:
 * quote `uar` first.
 *
 * @throws {MetricsError} `no-items`, `length-mismatch`, `invalid-class`
 * @see sklearn.metrics.accuracy_score
 *
 * @example
 * accuracy({ actual: [0, 0, 0, 1], predicted: [0, 0, 0, 0], nClasses: 2 }); // 0.75
 */
export function accuracy(outcome: Outcome): number {
  refuseEmpty(outcome);
  const hits = confusionMatrix(outcome).reduce((sum, row, label) => sum + row[label]!, 0);
  return hits / outcome.actual.length;
}
