import { SerError } from '@ser/core';

/** Codes of the errors that `@ser/audio-io` throws. */
export type AudioErrorCode =
  /** There is nothing at the path. */
  | 'file-not-found'
  /** The path is a folder, or reading it is not permitted. */
  | 'file-unreadable'
  /** The folder does not exist, or writing is not permitted. */
  | 'file-unwritable'
  /** The file has 0 bytes. */
  | 'empty-file'
  /** The repository was cloned without its large files. */
  | 'git-lfs-pointer'
  /** The content is text or bytes of no known audio format. */
  | 'not-audio'
  /** The format or encoding is known but not decoded here; the message names it. */
  | 'unsupported-format'
  /** The package that decodes the format is not installed; the message names it. */
  | 'decoder-not-installed'
  /** The file has fewer samples than its header declares. */
  | 'truncated-file'
  /** A checksum is wrong, the header contradicts itself, or a decoder reports an error. */
  | 'corrupt-file'
  /** The audio is longer than `maxSamples` or `maxSeconds` allows. */
  | 'audio-too-long'
  /** A rate, quality, or format is out of bounds, or channels have different lengths. */
  | 'invalid-option'
  /** A sample is NaN or infinite or, when writing PCM, beyond full scale. */
  | 'invalid-sample';

/** `SerError` with the codes of this package. */
export const AudioError = SerError<AudioErrorCode>;
export type AudioError = SerError<AudioErrorCode>;
