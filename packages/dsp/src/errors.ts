import { SerError } from '@ser/core';

export type DspErrorCode =
  | 'invalid-option'
  | 'invalid-sample'
  | 'buffer-mismatch'
  | 'clip-too-short'
  | 'sample-rate-mismatch'
  | 'invalid-feature-description'
  | 'unsupported-feature'
  | 'invalid-augmentation'
  | 'invalid-features'
  | 'invalid-normalizer';

/** `SerError` with the codes of this package. */
export const DspError = SerError<DspErrorCode>;
export type DspError = SerError<DspErrorCode>;
