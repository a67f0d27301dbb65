import { checkLabels } from '../outcome/checkLabels.js';
import { requireInteger } from '@ser/core';
import { refuseEmpty } from '../outcome/refuseEmpty.js';
import { type BinCounts, sumBins, weightedBins } from '../tally/calibrationBins.js';
import { calibrationBins } from '../tally/groupTallies.js';
import { oneGroup } from '../tally/grouping.js';
import type { Tallies } from '../tally/tallies.js';
import type { Outcome } from '../outcome/outcome.js';

export interface CalibrationOptions {
  /**
   * Number of bins of equal width; an integer of at least 1. Bin `b` holds confidences in
   * `(b / nBins, (b + 1) / nBins]`; the first also holds 0.
   *
   * @default 15
   */
  readonly nBins?: number;
}

/** Predictions of similar confidence and their accuracy: one bar of a reliability diagram. */
export interface ReliabilityBin {
  /** Confidences of this bin are above `low` … */
  readonly low: number;
  /** … and at most `high`. */
  readonly high: number;
  /** Number of predictions in the bin. */
  readonly count: number;
  /** Mean confidence of its predictions; NaN in an empty bin. */
  readonly confidence: number;
  /** Share of its predictions that are correct; NaN in an empty bin. */
  readonly accuracy: number;
}

/**
 * Expected calibration error: the difference between confidence and accuracy of a bin, averaged over predictions; in
 * `[0, 1]`, lower is better. The confidence of a prediction is the probability of the predicted class, whether or not it
 * is the highest.
 *
 * With few items per bin it is too high, because part of it is chance. Report the number of items with it, and compare
 * only values with the same bins.
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
 * The bins of a reliability diagram, from the lowest confidence to the highest.
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

function binsOf(outcome: Outcome, { nBins = calibrationBins }: CalibrationOptions): BinCounts[] {
  requireInteger('nBins', nBins, { min: 1, max: 2 ** 20 });
  checkLabels(outcome);
  refuseEmpty(outcome);
  return weightedBins(sumBins(outcome, oneGroup(outcome.actual.length), nBins), [1]);
}
