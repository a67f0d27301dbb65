import { SerError } from '@ser/core';

/** `unknown-model`: there is no model of that name. */
export type PretrainedErrorCode = 'unknown-model';

/** `SerError` with the codes of this package. */
export const PretrainedError = SerError<PretrainedErrorCode>;
export type PretrainedError = SerError<PretrainedErrorCode>;
