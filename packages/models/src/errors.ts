import { SerError } from '@ser/core';

/** What went wrong, stable across versions. */
export type ModelErrorCode =
  | 'engine-unavailable'
  | 'package-missing'
  | 'invalid-network'
  | 'unsupported-model'
  | 'invalid-option'
  | 'shape-mismatch'
  | 'invalid-model-files'
  | 'diverged';

/** `SerError` with the codes of this package. */
export const ModelError = SerError<ModelErrorCode>;
export type ModelError = SerError<ModelErrorCode>;
