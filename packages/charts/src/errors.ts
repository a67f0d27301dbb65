import { SerError } from '@ser/core';

/**
 * What went wrong, stable across versions.
 *
 * - `invalid-option`: an option or a value is outside its documented bounds.
 * - `length-mismatch`: arrays that belong together differ in length.
 * - `no-items`: there is nothing to draw.
 */
export type ChartErrorCode = 'invalid-option' | 'length-mismatch' | 'no-items';

/** `SerError` with the codes of this package. */
export const ChartError = SerError<ChartErrorCode>;
export type ChartError = SerError<ChartErrorCode>;
