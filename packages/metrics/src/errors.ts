import { SerError } from '@ser/core';

/**
 * What went wrong, stable across versions.
 *
 * - `length-mismatch`: arrays that belong together differ in length.
 * - `no-items`: there are no items or folds to score.
 * - `invalid-class`: a class index is not an integer from 0 to `nClasses` - 1.
 * - `no-probabilities`: a metric needs probabilities, and the outcome has none.
 * - `invalid-probability`: a probability is outside `[0, 1]`, or a row does not sum to 1.
 * - `different-items`: two outcomes to compare are not about the same items.
 * - `invalid-option`: an option is outside its documented bounds.
 */
export type MetricsErrorCode =
  | 'length-mismatch'
  | 'no-items'
  | 'invalid-class'
  | 'no-probabilities'
  | 'invalid-probability'
  | 'different-items'
  | 'invalid-option';

/** `SerError` with the codes of this package. */
export const MetricsError = SerError<MetricsErrorCode>;
export type MetricsError = SerError<MetricsErrorCode>;
