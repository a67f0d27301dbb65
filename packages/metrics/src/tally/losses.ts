import { checkProbabilities } from '../outcome/checkProbabilities.js';
import type { Outcome } from '../outcome/outcome.js';
import type { Grouping } from './grouping.js';
import { type GroupSums, sumByGroup } from './groupSums.js';

/** Probabilities are clipped this far from 0 and 1 before the logarithm, as scikit-learn does with 64-bit floats. */
export const epsilon = 2 ** -52;

/** Of each group: the sum of the log losses of its items, and of their squared errors over all classes. */
export function sumLosses(outcome: Outcome, grouping: Grouping): GroupSums {
  const { actual, nClasses } = outcome;
  const probabilities = checkProbabilities(outcome);
  return sumByGroup(grouping, 2, (item, sums, row) => {
    const first = item * nClasses;
    const truth = actual[item]!;
    sums[row]! -= Math.log(Math.min(Math.max(probabilities[first + truth]!, epsilon), 1 - epsilon));
    let squares = 0;
    for (let label = 0; label < nClasses; label++) {
      squares += ((label === truth ? 1 : 0) - probabilities[first + label]!) ** 2;
    }
    sums[row + 1]! += squares;
  });
}
