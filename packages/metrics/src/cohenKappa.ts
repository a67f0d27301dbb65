import { talliesOf } from './tally/groupTallies.js';
import type { Tallies } from './tally/tallies.js';
import type { Outcome } from './types.js';

/**
 * Cohen's kappa: how far the agreement of answers and classes lies above that of answers dealt out at random as often
 * as they were given; in `[-1, 1]`, 0 by chance.
 *
 * @returns NaN when every item is of one class and answered so: chance agrees as well
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
  const byChance = classes.reduce((sum, { support, answered }) => sum + support * answered, 0) / nItems;
  return 1 - (nItems - hits) / (nItems - byChance);
}
