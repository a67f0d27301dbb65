import type { Outcome } from '../outcome/outcome.js';
import { talliesOf } from '../tally/groupTallies.js';
import type { Tallies } from '../tally/tallies.js';

/**
 * Cohen's kappa: agreement of predicted and true classes beyond that of predictions assigned at random with the same
 * frequencies; in `[-1, 1]`, 0 by chance.
 *
 * @returns NaN when all items are of one class and predicted as it, where chance agrees as well
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`
 * @see sklearn.metrics.cohen_kappa_score
 *
 * @example
 * cohenKappa({ actual: [0, 0, 1, 1], predicted: [0, 0, 1, 0], nClasses: 2 }); // 0.5
 */
export function cohenKappa(outcome: Outcome): number {
  return cohenKappaOf(talliesOf(outcome));
}

export function cohenKappaOf({ classes, nItems }: Tallies): number {
  const hits = classes.reduce((sum, counts) => sum + counts.hits, 0);
  const byChance = classes.reduce((sum, { support, predicted }) => sum + support * predicted, 0) / nItems;
  return 1 - (nItems - hits) / (nItems - byChance);
}
