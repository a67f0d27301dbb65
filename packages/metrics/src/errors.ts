import { SerError } from '@ser/core';

/**
 * - `length-mismatch`: two things that belong together differ in length.
 * - `no-items`: a score of nothing was asked for.
 * - `invalid-class`: a class index is not one of `0 … nClasses - 1`.
 * - `no-probabilities`: a metric needs the probabilities of an outcome that has none.
 * - `invalid-probability`: a probability outside `[0, 1]`, or a row that does not sum to 1.
 * - `different-items`: two outcomes to be compared are not about the same items.
 * - `invalid-option`: an option lies outside its documented bounds.
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
