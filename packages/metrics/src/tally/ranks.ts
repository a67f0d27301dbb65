import { checkProbabilities } from '../checkProbabilities.js';
import type { Outcome } from '../types.js';
import type { Grouping } from './grouping.js';
import { type GroupSums, sumByGroup } from './groupSums.js';

/**
 * Of each group: how many items have their actual class as the most probable, as the second most probable, and so on.
 * Of classes that are as probable, the one with the higher index comes first, as in scikit-learn.
 */
export function sumRanks(outcome: Outcome, grouping: Grouping): GroupSums {
  const { actual, nClasses } = outcome;
  const probabilities = checkProbabilities(outcome);
  return sumByGroup(grouping, nClasses, (item, sums, row) => {
    const first = item * nClasses;
    const right = actual[item]!;
    const own = probabilities[first + right]!;
    let rank = 0;
    for (let label = 0; label < nClasses; label++) {
      const other = probabilities[first + label]!;
      if (other > own || (other === own && label > right)) rank++;
    }
    sums[row + rank]!++;
  });
}
