import type { BinCounts } from './calibrationBins.js';
import type { ClassCounts } from './classCounts.js';

/**
 * What metrics are computed from, for some items or for a resample of them. All fields except the last two are sums over
 * items, so that a resample of groups does not read the items again.
 *
 * Fields are computed when first read. All except the first two throw `no-probabilities`, `length-mismatch`, or
 * `invalid-probability` if the probabilities of the outcome are missing or wrong.
 */
export interface Tallies {
  readonly nItems: number;
  /** In the order of the labels. */
  readonly classes: readonly ClassCounts[];
  /** Sum over items. */
  readonly logLoss: number;
  /** Sum over items and classes. */
  readonly squaredError: number;
  /** How many items have their true class as the most probable, the second most probable, … */
  readonly ranks: ArrayLike<number>;
  /** By confidence of the prediction, in bins of equal width. */
  readonly bins: readonly BinCounts[];
  /** Of each class against the rest; NaN for a class without items, or of all items. */
  readonly rocAuc: readonly number[];
  /** Of each class against the rest; NaN for a class without items. */
  readonly averagePrecision: readonly number[];
}
