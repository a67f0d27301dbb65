import { requireOneOf } from '@ser/core';

export interface ZeroDivisionOptions {
  /**
   * The value of a ratio whose denominator is 0: precision of a class that is never predicted, recall of a class
   * without items, F1 of a class that is neither, specificity of a class that all items have. 0, 1, or NaN; averages
   * leave NaN out.
   *
   * @default 0
   */
  readonly zeroDivision?: number;
}

/**
 * A division that gives `zeroDivision` for a denominator of 0.
 *
 * @throws {SerError} `invalid-option`
 */
export function ratioWith({
  zeroDivision = 0,
}: ZeroDivisionOptions): (part: number, whole: number) => number {
  requireOneOf('zeroDivision', zeroDivision, [0, 1, NaN]);
  return (part, whole) => (whole === 0 ? zeroDivision : part / whole);
}
