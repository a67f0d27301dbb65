import { boolean, type FieldChecks, listOf, nonEmptyListOf, oneOf, optional, positiveInteger, share } from '@ser/core';
import { type SharedSettings, sharedSettingsChecks } from './sharedSettings.js';

/** A deep 1-D convolutional network that sees all values of a clip as one long signal, as JSON. */
export interface DeepCnnDescription extends SharedSettings {
  readonly kind: 'deepCnn';
  /**
   * Filters of each convolution, at least one.
   *
   * @default [256, 512, 256, 256, 128]
   */
  readonly filters?: readonly number[];
  /**
   * Values that a filter sees, at least 1; the edges are zero-padded so that the length stays ('same').
   *
   * @default 5
   */
  readonly kernelSize?: number;
  /**
   * Values that max-pooling looks at, at least 1. Windows overlap where it is greater than the stride.
   *
   * @default 5
   */
  readonly poolSize?: number;
  /**
   * Step from one window of pooling to the next, at least 1: of n values ⌈n / stride⌉ are left ('same').
   *
   * @default 2
   */
  readonly poolStride?: number;
  /**
   * Share of the values dropped in training after each convolution, in [0, 1).
   *
   * @default 0.2
   */
  readonly dropout?: number;
  /**
   * Whether batch normalisation follows every ReLU.
   *
   * @default true
   */
  readonly batchNormalization?: boolean;
  /**
   * Units of each dense layer (ReLU) before the softmax.
   *
   * @default [256]
   */
  readonly dense?: readonly number[];
  /**
   * Share of the values dropped in training after each dense layer, in [0, 1).
   *
   * @default 0.5
   */
  readonly denseDropout?: number;
}

export const deepCnnChecks: FieldChecks<DeepCnnDescription> = {
  kind: oneOf(['deepCnn']),
  filters: optional(nonEmptyListOf(positiveInteger, 'convolution')),
  kernelSize: optional(positiveInteger),
  poolSize: optional(positiveInteger),
  poolStride: optional(positiveInteger),
  dropout: optional(share),
  batchNormalization: optional(boolean),
  dense: optional(listOf(positiveInteger)),
  denseDropout: optional(share),
  ...sharedSettingsChecks,
};
