import { checkLabels } from '../checkLabels.js';
import type { Outcome } from '../types.js';
import { type Grouping, oneGroup } from './grouping.js';
import { type GroupSums, sumByGroup, weightedSum } from './groupSums.js';

/** The three counts that every metric of labels is made of. */
export interface ClassCounts {
  /** Items of this class that were answered so (true positives). */
  readonly hits: number;
  /** Items of this class. */
  readonly support: number;
  /** Items answered as this class. */
  readonly answered: number;
}

/** The counts of every class, in the order of the labels. */
export function classCounts(outcome: Outcome): ClassCounts[] {
  checkLabels(outcome);
  return weightedClassCounts(sumClassCounts(outcome, oneGroup(outcome.actual.length)), [1]);
}

/** The counts of each group, of labels that were checked. */
export function sumClassCounts({ actual, predicted, nClasses }: Outcome, grouping: Grouping): GroupSums {
  return sumByGroup(grouping, 3 * nClasses, (item, sums, row) => {
    const [right, answer] = [actual[item]!, predicted[item]!];
    if (right === answer) sums[row + 3 * right]!++;
    sums[row + 3 * right + 1]!++;
    sums[row + 3 * answer + 2]!++;
  });
}

/** The counts of all groups, each group as often as its weight says. */
export function weightedClassCounts(sums: GroupSums, weights: ArrayLike<number>): ClassCounts[] {
  const counts = weightedSum(sums, weights);
  return Array.from({ length: sums.width / 3 }, (_, label) => ({
    hits: counts[3 * label]!,
    support: counts[3 * label + 1]!,
    answered: counts[3 * label + 2]!,
  }));
}
