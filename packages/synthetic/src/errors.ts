import { SerError } from '@ser/core';

/** Codes of the errors that `@ser/synthetic` throws. */
export type SyntheticErrorCode =
  /** An option is out of bounds. */
  | 'invalid-option'
  /** The folder to write to is a file or contains other files. */
  | 'folder-in-use';

/** `SerError` with the codes of this package. */
export const SyntheticError = SerError<SyntheticErrorCode>;
export type SyntheticError = SerError<SyntheticErrorCode>;
