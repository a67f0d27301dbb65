import { SerError } from '@ser/core';

/** What went wrong, stable across versions. */
export type SyntheticErrorCode = 'invalid-option';

/** `SerError` with the codes of this package. */
export const SyntheticError = SerError<SyntheticErrorCode>;
export type SyntheticError = SerError<SyntheticErrorCode>;
