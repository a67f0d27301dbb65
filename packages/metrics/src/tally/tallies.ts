import type { BinCounts } from './calibrationBins.js';
import type { ClassCounts } from './classCounts.js';

/**
 * All that metrics are computed from, for some items or for a resample of them. Everything but the two last fields is a
 * sum over items, so that a resample of groups costs no look at the items.
 *
 * Fields are made when first read. All but the two first throw `no-probabilities`, `length-mismatch` or
 * `invalid-probability` where the probabilities of the outcome are missing or wrong.
 */
export interface Tallies {
  readonly nItems: number;
  /** In the order of the labels. */
  readonly classes: readonly ClassCounts[];
  /** Sum over items. */
  readonly logLoss: number;
  /** Sum over items and classes. */
  readonly squaredError: number;
  /** How many items have their actual class as the most probable, the second most probable, … */
  readonly ranks: ArrayLike<number>;
  /** By confidence of the answer, in bins of equal width. */
  readonly bins: readonly BinCounts[];
  /** Of each class against the rest; NaN for a class that no item, or every item, is of. */
  readonly rocAuc: readonly number[];
  /** Of each class against the rest; NaN for a class that no item is of. */
  readonly averagePrecision: readonly number[];
}
