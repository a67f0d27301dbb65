import { SerError } from '@ser/core';

export type WeightsErrorCode = 'invalid-file' | 'unsupported-type' | 'missing-weight' | 'checksum-mismatch';

/** `SerError` with the codes of this tool. */
export const WeightsError = SerError<WeightsErrorCode>;
export type WeightsError = SerError<WeightsErrorCode>;
