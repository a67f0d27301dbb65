import { checkLabels } from '../outcome/checkLabels.js';
import type { Outcome } from '../outcome/outcome.js';
import { type Grouping, oneGroup } from './grouping.js';
import { type GroupSums, sumByGroup, weightedSum } from './groupSums.js';

/** The three counts from which all metrics of labels are computed. */
export interface ClassCounts {
  /** Items of this class predicted as it (true positives). */
  readonly hits: number;
  /** Items of this class. */
  readonly support: number;
  /** Items predicted as this class. */
  readonly predicted: number;
}

/** The counts of every class, in the order of the labels. */
export function classCounts(outcome: Outcome): ClassCounts[] {
  checkLabels(outcome);
  return weightedClassCounts(sumClassCounts(outcome, oneGroup(outcome.actual.length)), [1]);
}

/** The counts of each group; labels must be checked already. */
export function sumClassCounts({ actual, predicted, nClasses }: Outcome, grouping: Grouping): GroupSums {
  return sumByGroup(grouping, 3 * nClasses, (item, sums, row) => {
    const [truth, guess] = [actual[item]!, predicted[item]!];
    if (truth === guess) sums[row + 3 * truth]!++;
    sums[row + 3 * truth + 1]!++;
    sums[row + 3 * guess + 2]!++;
  });
}

/** The counts of all groups, each group counted as often as its weight. */
export function weightedClassCounts(sums: GroupSums, weights: ArrayLike<number>): ClassCounts[] {
  const counts = weightedSum(sums, weights);
  return Array.from({ length: sums.width / 3 }, (_, label) => ({
    hits: counts[3 * label]!,
    support: counts[3 * label + 1]!,
    predicted: counts[3 * label + 2]!,
  }));
}
