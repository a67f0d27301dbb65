import {
  boolean,
  type FieldChecks,
  nonEmptyListOf,
  objectOf,
  oneOf,
  optional,
  positiveInteger,
  share,
  sizeOrPair,
} from '@ser/core';
import {
  type DenseHead,
  denseHeadChecks,
  type SharedSettings,
  sharedSettingsChecks,
} from './sharedSettings.js';

/** A size over frames and features: one number for both, or `[frames, features]`. */
export type Size2d = number | readonly [frames: number, features: number];

/** A block of 2-D convolution: convolution, ReLU, batch normalization, max-pooling, dropout. */
export interface ConvolutionBlock2d {
  /** Number of filters, at least 1. */
  readonly filters: number;
  /** Size of the filters, each side at least 1; the edges are zero-padded so that the size does not change ('same'). */
  readonly kernelSize: Size2d;
  /**
   * Size of the patches that max-pooling reduces to one value; 1 disables pooling. Incomplete patches are dropped
   * ('valid').
   *
   * @default 2
   */
  readonly poolSize?: Size2d;
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

/** A 2-D convolutional network over an image of frames by features, such as a spectrogram, as JSON. */
export interface Cnn2dDescription extends DenseHead, SharedSettings {
  readonly kind: 'cnn2d';
  /** Blocks in order, at least one. */
  readonly blocks: readonly ConvolutionBlock2d[];
  /**
   * How the image becomes one vector: `'flatten'` concatenates its values, `'average'` is the mean of each filter.
   *
   * @default 'flatten'
   */
  readonly pooling?: 'flatten' | 'average';
}

const blockChecks: FieldChecks<ConvolutionBlock2d> = {
  filters: positiveInteger,
  kernelSize: sizeOrPair,
  poolSize: optional(sizeOrPair),
  batchNormalization: optional(boolean),
  dropout: optional(share),
};

export const cnn2dChecks: FieldChecks<Cnn2dDescription> = {
  kind: oneOf(['cnn2d']),
  blocks: nonEmptyListOf(objectOf(blockChecks), 'block'),
  pooling: optional(oneOf(['flatten', 'average'])),
  ...denseHeadChecks,
  ...sharedSettingsChecks,
};
