import { SerError } from '@ser/core';

export type EncoderErrorCode =
  | 'invalid-option'
  | 'engine-unavailable'
  | 'encoder-closed'
  | 'sample-rate-mismatch'
  | 'clip-too-short'
  | 'invalid-sample';

/** `SerError` with the codes of this package. */
export const EncoderError = SerError<EncoderErrorCode>;
export type EncoderError = SerError<EncoderErrorCode>;
