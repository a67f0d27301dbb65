import { SerError } from '@ser/core';

/** What went wrong, stable across versions. */
export type ClassifierErrorCode = 'invalid-option' | 'shape-mismatch' | 'invalid-model-files' | 'diverged';

/** `SerError` with the codes of this package. */
export const ClassifierError = SerError<ClassifierErrorCode>;
export type ClassifierError = SerError<ClassifierErrorCode>;
