import { checkLabels } from './checkLabels.js';
import { MetricsError } from './errors.js';
import { refuseEmpty } from './refuseEmpty.js';
import { type BinCounts, sumBins, weightedBins } from './tally/calibrationBins.js';
import { N_BINS } from './tally/groupTallies.js';
import { oneGroup } from './tally/grouping.js';
import type { Tallies } from './tally/tallies.js';
import type { Outcome } from './types.js';

export interface CalibrationOptions {
  /**
   * Number of bins of equal width; a whole number >= 1. Bin `b` holds the confidences in
   * `(b / nBins, (b + 1) / nBins]`, the first also 0.
   *
   * @default 15
   */
  readonly nBins?: number;
}

/** Answers of about the same confidence, and how often they are right: one bar of a reliability diagram. */
export interface ReliabilityBin {
  /** Confidences of this bin are above `low` … */
  readonly low: number;
  /** … and at most `high`. */
  readonly high: number;
  /** How many answers it holds. */
  readonly count: number;
  /** Mean confidence of its answers; NaN in an empty bin. */
  readonly confidence: number;
  /** Share of its answers that are right; NaN in an empty bin. */
  readonly accuracy: number;
}

/**
 * Expected calibration error: how far, on average over answers, confidence and accuracy of a bin lie apart; in
 * `[0, 1]`, lower is better. The confidence of an answer is the probability given to it, be it the highest or not.
 *
 * Few items per bin make it too high: part of it is then chance. Quote it with the number of items, and compare only
 * figures with the same bins.
 *
 * @throws {SerError} `no-items`, `length-mismatch`, `invalid-class`, `no-probabilities`, `invalid-probability`,
 * `invalid-option`
 * @see Guo et al. 2017, On Calibration of Modern Neural Networks, https://arxiv.org/abs/1706.04599
 *
 * @example
 * calibrationError({ actual: [0, 1], predicted: [0, 0], nClasses: 2, probabilities: [0.9, 0.1, 0.9, 0.1] }); // 0.4
 */
export function calibrationError(outcome: Outcome, options: CalibrationOptions = {}): number {
  return expectedError(binsOf(outcome, options), outcome.actual.length);
}

/**
 * The bins of a reliability diagram, from the least confident answers to the most.
 *
 * @throws {SerError} as `calibrationError`
 */
export function reliabilityBins(outcome: Outcome, options: CalibrationOptions = {}): ReliabilityBin[] {
  const bins = binsOf(outcome, options);
  return bins.map(({ count, confidence, hits }, bin) => ({
    low: bin / bins.length,
    high: (bin + 1) / bins.length,
    count,
    confidence: confidence / count,
    accuracy: hits / count,
  }));
}

export function calibrationErrorOf({ bins, nItems }: Tallies): number {
  return expectedError(bins, nItems);
}

function expectedError(bins: readonly BinCounts[], nItems: number): number {
  return bins.reduce((sum, { confidence, hits }) => sum + Math.abs(confidence - hits), 0) / nItems;
}

function binsOf(outcome: Outcome, { nBins = N_BINS }: CalibrationOptions): BinCounts[] {
  if (!Number.isInteger(nBins) || nBins < 1) {
    throw new MetricsError('invalid-option', `\`nBins\` must be a whole number >= 1, got \`${nBins}\`.`);
  }
  checkLabels(outcome);
  refuseEmpty(outcome);
  return weightedBins(sumBins(outcome, oneGroup(outcome.actual.length), nBins), [1]);
}
