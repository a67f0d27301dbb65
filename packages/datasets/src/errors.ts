import { SerError } from '@ser/core';

/** Codes of the errors that `@ser/datasets` throws. */
export type DatasetErrorCode =
  /** The folder does not exist, is a file, or cannot be opened. */
  | 'folder-not-found'
  /** The folder contains no recording. */
  | 'empty-folder'
  /** No file name follows the naming scheme of the corpus. */
  | 'wrong-corpus'
  /** The folder's `corpus.json` is malformed. */
  | 'invalid-card'
  /** There is no table at the path, or it cannot be read. */
  | 'table-not-found'
  /** The table is malformed; the message gives the line. */
  | 'invalid-table'
  /** A part of a recording begins after its end. */
  | 'part-not-found'
  /** The table lists recordings that do not exist. */
  | 'missing-recordings'
  /** There is no corpus of that name. */
  | 'unknown-corpus'
  /** No corpus and no utterance has that label. */
  | 'unknown-label'
  /** There is no split kind or published split of that name. */
  | 'unknown-split'
  /** Utterances without a speaker cannot be split by speaker. */
  | 'unknown-speaker'
  /** A side of a fold would be empty. */
  | 'too-few-speakers'
  /** Leaving one corpus out needs at least two. */
  | 'too-few-corpora'
  /** A side of a fold would be empty. */
  | 'too-few-clips'
  /** Two utterances have one id. */
  | 'duplicate-id'
  /** Two sides of a fold share an utterance, a copy, a recording, or a speaker. */
  | 'leak'
  /** A fold has no training or test side, contains an unknown id, or contains an id twice. */
  | 'invalid-split'
  /** An option is out of bounds. */
  | 'invalid-option';

/** `SerError` with the codes of this package. */
export const DatasetError = SerError<DatasetErrorCode>;
export type DatasetError = SerError<DatasetErrorCode>;
