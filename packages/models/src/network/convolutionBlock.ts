import { boolean, type FieldChecks, optional, positiveInteger, share } from '@ser/core';

/** A block of 1-D convolution: convolution over frames, ReLU, batch normalization, max-pooling, dropout. */
export interface ConvolutionBlock {
  /** Number of filters, at least 1. */
  readonly filters: number;
  /** Number of frames per filter, at least 1; the edges are zero-padded so that the length does not change ('same'). */
  readonly kernelSize: number;
  /**
   * Number of frames that max-pooling reduces to one; 1 disables pooling. Incomplete windows are dropped ('valid').
   *
   * @default 2
   */
  readonly poolSize?: number;
  /**
   * Whether batch normalization follows the ReLU.
   *
   * @default false
   */
  readonly batchNormalization?: boolean;
  /**
   * Share of the values that training drops after pooling, in [0, 1).
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
