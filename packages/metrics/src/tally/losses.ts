import { checkProbabilities } from '../checkProbabilities.js';
import type { Outcome } from '../types.js';
import type { Grouping } from './grouping.js';
import { type GroupSums, sumByGroup } from './groupSums.js';

/** Probabilities are kept this far from 0 and 1 under the logarithm, as scikit-learn does with 64-bit floats. */
export const EPSILON = 2 ** -52;

/** Of each group: the sum of the log losses of its items, and of their squared errors over all classes. */
export function sumLosses(outcome: Outcome, grouping: Grouping): GroupSums {
  const { actual, nClasses } = outcome;
  const probabilities = checkProbabilities(outcome);
  return sumByGroup(grouping, 2, (item, sums, row) => {
    const first = item * nClasses;
    const right = actual[item]!;
    sums[row]! -= Math.log(Math.min(Math.max(probabilities[first + right]!, EPSILON), 1 - EPSILON));
    let squares = 0;
    for (let label = 0; label < nClasses; label++) {
      squares += ((label === right ? 1 : 0) - probabilities[first + label]!) ** 2;
    }
    sums[row + 1]! += squares;
  });
}
