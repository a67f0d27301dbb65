import { checkProbabilities } from '../outcome/checkProbabilities.js';
import type { Outcome } from '../outcome/outcome.js';
import type { Grouping } from './grouping.js';
import { type GroupSums, sumByGroup, weightedSum } from './groupSums.js';

/** Predictions of similar confidence. */
export interface BinCounts {
  readonly count: number;
  /** Sum of the probabilities of the predicted classes. */
  readonly confidence: number;
  /** How many of the predictions are correct. */
  readonly hits: number;
}

/** The `BinCounts` of each group and each of `nBins` bins of equal width. */
export function sumBins(outcome: Outcome, grouping: Grouping, nBins: number): GroupSums {
  const { actual, predicted, nClasses } = outcome;
  const probabilities = checkProbabilities(outcome);
  return sumByGroup(grouping, 3 * nBins, (item, sums, row) => {
    const confidence = probabilities[item * nClasses + predicted[item]!]!;
    const bin = row + 3 * binOf(confidence, nBins);
    sums[bin]!++;
    sums[bin + 1]! += confidence;
    if (actual[item] === predicted[item]) sums[bin + 2]!++;
  });
}

export function weightedBins(sums: GroupSums, weights: ArrayLike<number>): BinCounts[] {
  const totals = weightedSum(sums, weights);
  return Array.from({ length: sums.width / 3 }, (_, bin) => ({
    count: totals[3 * bin]!,
    confidence: totals[3 * bin + 1]!,
    hits: totals[3 * bin + 2]!,
  }));
}

/** Index of the bin `(bin / nBins, (bin + 1) / nBins]` of a confidence; 0 is in the first bin. */
function binOf(confidence: number, nBins: number): number {
  let bin = Math.max(0, Math.ceil(confidence * nBins) - 1);
  // The product may round across an edge.
  if (bin > 0 && confidence <= bin / nBins) bin--;
  else if (confidence > (bin + 1) / nBins) bin++;
  return bin;
}
