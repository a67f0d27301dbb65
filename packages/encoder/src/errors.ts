import { SerError } from '@ser/core';

export type EncoderErrorCode =
  | 'invalid-option'
  | 'engine-unavailable'
  | 'encoder-closed'
  | 'sample-rate-mismatch'
  | 'clip-too-short'
  | 'invalid-sample'
  /** The folder or URL has no such encoder, or lacks one of its files. */
  | 'encoder-not-found'
  /** A file of the encoder is damaged, or is not what the Hugging Face layout requires. */
  | 'invalid-encoder'
  /** The architecture, or an input or output of the graph, is not supported. */
  | 'unsupported-encoder'
  /** The graph does not output a chosen layer; the message lists the layers that it outputs. */
  | 'layer-unavailable'
  /** A file or the encoder has another SHA-256 than required. */
  | 'checksum-mismatch'
  /** A file could not be downloaded, also after repeated tries. */
  | 'download-failed'
  /** `offline` is set, and the encoder is at a URL and not in the cache. */
  | 'offline'
  /** A file could not be written to the cache. */
  | 'cache-failed';

/** `SerError` with the codes of this package. */
export const EncoderError = SerError<EncoderErrorCode>;
export type EncoderError = SerError<EncoderErrorCode>;
