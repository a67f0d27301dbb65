import { SerError } from '@ser/core';

export type PretrainedErrorCode = 'unknown-model';

/** `SerError` with the codes of this package. */
export const PretrainedError = SerError<PretrainedErrorCode>;
export type PretrainedError = SerError<PretrainedErrorCode>;
