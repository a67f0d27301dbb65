import { SerError } from '@ser/core';

export type ExperimentErrorCode =
  | 'invalid-recipe'
  | 'unknown-recipe'
  | 'missing-data'
  | 'unknown-label'
  | 'silent-clip'
  | 'too-many-unreadable'
  | 'too-few-clips'
  | 'too-few-speakers'
  | 'trained-speakers'
  | 'out-not-empty'
  | 'out-not-writable'
  | 'nothing-to-resume'
  | 'cannot-resume'
  | 'different-search'
  | 'trials-failed'
  | 'worker-failed'
  | 'not-a-run'
  | 'not-comparable'
  | 'invalid-option';

/** `SerError` with the codes of this package. */
export const ExperimentError = SerError<ExperimentErrorCode>;
export type ExperimentError = SerError<ExperimentErrorCode>;
