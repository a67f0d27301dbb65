import { talliesOf } from './tally/groupTallies.js';
import type { Tallies } from './tally/tallies.js';
import type { Outcome } from './types.js';

/**
 * Matthews correlation coefficient of any number of classes (R_K): the correlation of answers and classes, in
 * `[-1, 1]`, 0 by chance.
 *
 * @returns 0, as scikit-learn does, when all items are of one class or all answers are the same
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`
 * @see sklearn.metrics.matthews_corrcoef; Gorodkin 2004, https://doi.org/10.1016/j.compbiolchem.2004.09.006
 *
 * @example
 * mcc({ actual: [0, 0, 1, 1], predicted: [0, 0, 1, 0], nClasses: 2 }); // 0.5773502691896258
 */
export function mcc(outcome: Outcome): number {
  return mccOf(talliesOf(outcome));
}

export function mccOf({ classes, nItems }: Tallies): number {
  let [hits, both, actual, predicted] = [0, 0, 0, 0];
  for (const counts of classes) {
    hits += counts.hits;
    both += counts.support * counts.answered;
    actual += counts.support ** 2;
    predicted += counts.answered ** 2;
  }
  const variances = (nItems ** 2 - actual) * (nItems ** 2 - predicted);
  return variances === 0 ? 0 : (hits * nItems - both) / Math.sqrt(variances);
}
