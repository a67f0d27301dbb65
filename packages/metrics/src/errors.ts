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

/** Labels, probabilities or options that cannot be scored or drawn, with a stable `code`. */
export class MetricsError extends Error {
  override readonly name = 'MetricsError';
  readonly code: MetricsErrorCode;

  constructor(code: MetricsErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
