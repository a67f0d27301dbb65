import { SerError } from '@ser/core';

/** Codes of the errors that this package throws as `SerError`. */
export type DspErrorCode =
  /** An option is out of bounds; the message names it, its bounds, and the value received. */
  | 'invalid-option'
  /** A sample is NaN or infinite. */
  | 'invalid-sample'
  /** A buffer passed in has the wrong length. */
  | 'buffer-mismatch'
  /** The clip has no frame, fewer frames than deltas need, or ends before the segment begins. */
  | 'clip-too-short'
  /** The clip does not have the required sample rate. */
  | 'sample-rate-mismatch'
  /** A feature description is invalid; the message names the place. */
  | 'invalid-feature-description'
  /** A feature description names a feature that does not exist. */
  | 'unsupported-feature'
  /** The feature `encoder` has been asked of a plan, which is synchronous; `openFeatures` of @ser/encoder computes it. */
  | 'asynchronous-feature'
  /** A feature description names a speech encoder by `model` whose `width` and `sha256` have not been filled in. */
  | 'unresolved-encoder'
  /** An augmentation description is invalid; the message names the place. */
  | 'invalid-augmentation'
  /** Features have unexpected names, too few frames, or values that are not finite. */
  | 'invalid-features'
  /** Features to stack do not have the same shape. */
  | 'shape-mismatch'
  /** A saved normalizer is invalid. */
  | 'invalid-normalizer';

/** `SerError` with the codes of this package. */
export const DspError = SerError<DspErrorCode>;
export type DspError = SerError<DspErrorCode>;
