import { SerError } from '@ser/core';

export type DatasetErrorCode =
  | 'folder-not-found'
  | 'empty-folder'
  | 'wrong-corpus'
  | 'invalid-card'
  | 'unknown-corpus'
  | 'unknown-label'
  | 'unknown-split'
  | 'too-few-speakers'
  | 'too-few-corpora'
  | 'too-few-clips'
  | 'duplicate-id'
  | 'leak'
  | 'invalid-split'
  | 'invalid-option';

/** `SerError` with the codes of this package. */
export const DatasetError = SerError<DatasetErrorCode>;
export type DatasetError = SerError<DatasetErrorCode>;
