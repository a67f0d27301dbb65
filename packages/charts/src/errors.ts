import { SerError } from '@ser/core';

/** What went wrong, stable across versions. */
export type ChartErrorCode = 'invalid-option' | 'length-mismatch' | 'no-items';

/** `SerError` with the codes of this package. */
export const ChartError = SerError<ChartErrorCode>;
export type ChartError = SerError<ChartErrorCode>;
