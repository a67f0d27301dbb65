import type { Outcome } from '../outcome/outcome.js';
import { talliesOf } from '../tally/groupTallies.js';
import type { Tallies } from '../tally/tallies.js';

/**
 * Matthews correlation coefficient for any number of classes (R_K): the correlation of predicted and true classes, in
 * `[-1, 1]`, 0 by chance.
 *
 * @returns 0, as in scikit-learn, when all items are of one class or all predictions are the same
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
    both += counts.support * counts.predicted;
    actual += counts.support ** 2;
    predicted += counts.predicted ** 2;
  }
  const variances = (nItems ** 2 - actual) * (nItems ** 2 - predicted);
  return variances === 0 ? 0 : (hits * nItems - both) / Math.sqrt(variances);
}
