/**
 * - `length-mismatch`: two things that belong together differ in length.
 * - `no-items`: a score of nothing was asked for.
 * - `invalid-class`: a class index is not one of `0 … nClasses - 1`.
 * - `invalid-option`: an option lies outside its documented bounds.
 */
export type MetricsErrorCode = 'length-mismatch' | 'no-items' | 'invalid-class' | 'invalid-option';

/** Labels or options that cannot be scored or drawn, with a stable `code`. */
export class MetricsError extends Error {
  override readonly name = 'MetricsError';
  readonly code: MetricsErrorCode;

  constructor(code: MetricsErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
