import { checkProbabilities } from '../outcome/checkProbabilities.js';
import type { Outcome } from '../outcome/outcome.js';
import type { Grouping } from './grouping.js';
import { type GroupSums, sumByGroup } from './groupSums.js';

/**
 * For each group: how many items have their true class as the most probable, as the second most probable, and so on. Of
 * equally probable classes, the one with the higher index comes first, as in scikit-learn.
 */
export function sumRanks(outcome: Outcome, grouping: Grouping): GroupSums {
  const { actual, nClasses } = outcome;
  const probabilities = checkProbabilities(outcome);
  return sumByGroup(grouping, nClasses, (item, sums, row) => {
    const first = item * nClasses;
    const truth = actual[item]!;
    const own = probabilities[first + truth]!;
    let rank = 0;
    for (let label = 0; label < nClasses; label++) {
      const other = probabilities[first + label]!;
      if (other > own || (other === own && label > truth)) rank++;
    }
    sums[row + rank]!++;
  });
}
