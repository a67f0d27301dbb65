import { SerError } from '@ser/core';

/** What is wrong with a recording, as a stable word to switch on. */
export type AudioErrorCode =
  | 'file-not-found'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'empty-file'
  | 'git-lfs-pointer'
  | 'not-audio'
  | 'unsupported-format'
  | 'decoder-not-installed'
  | 'truncated-file'
  | 'corrupt-file'
  | 'invalid-option'
  | 'invalid-sample';

/** `SerError` with the codes of this package. */
export const AudioError = SerError<AudioErrorCode>;
export type AudioError = SerError<AudioErrorCode>;
