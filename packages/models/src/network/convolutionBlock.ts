import { boolean, type FieldChecks, optional, positiveInteger, share } from '@ser/core';

/** A block of 1-D convolution: convolution over frames, ReLU, batch normalisation, max-pooling, dropout. */
export interface ConvolutionBlock {
  /** Number of filters, at least 1. */
  readonly filters: number;
  /** Frames that a filter sees, at least 1; the edges are zero-padded so that the length stays ('same'). */
  readonly kernelSize: number;
  /**
   * Frames that max-pooling makes one; 1 leaves pooling out. Frames left over at the end are dropped ('valid').
   *
   * @default 2
   */
  readonly poolSize?: number;
  /**
   * Whether batch normalisation follows the ReLU.
   *
   * @default false
   */
  readonly batchNormalization?: boolean;
  /**
   * Share of the values dropped in training after pooling, in [0, 1).
   *
   * @default 0
   */
  readonly dropout?: number;
}

export const convolutionBlockChecks: FieldChecks<ConvolutionBlock> = {
  filters: positiveInteger,
  kernelSize: positiveInteger,
  poolSize: optional(positiveInteger),
  batchNormalization: optional(boolean),
  dropout: optional(share),
};
