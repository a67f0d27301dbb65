import {
  boolean,
  type FieldChecks,
  listOf,
  nonEmptyListOf,
  oneOf,
  optional,
  positiveInteger,
  share,
} from '@ser/core';
import { type SharedSettings, sharedSettingsChecks } from './sharedSettings.js';

/** A deep 1-D convolutional network over all values of a clip as one long signal, as JSON. */
export interface DeepCnnDescription extends SharedSettings {
  readonly kind: 'deepCnn';
  /**
   * Number of filters of each convolution, at least one convolution.
   *
   * @default [256, 512, 256, 256, 128]
   */
  readonly filters?: readonly number[];
  /**
   * Number of values per filter, at least 1; the edges are zero-padded so that the length does not change ('same').
   *
   * @default 5
   */
  readonly kernelSize?: number;
  /**
   * Number of values per window of max-pooling, at least 1. Windows overlap if it is larger than the stride.
   *
   * @default 5
   */
  readonly poolSize?: number;
  /**
   * Distance between two windows of pooling, at least 1: n values become ⌈n / stride⌉ ('same').
   *
   * @default 2
   */
  readonly poolStride?: number;
  /**
   * Share of the values that training drops after each convolution, in [0, 1).
   *
   * @default 0.2
   */
  readonly dropout?: number;
  /**
   * Whether batch normalization follows every ReLU.
   *
   * @default true
   */
  readonly batchNormalization?: boolean;
  /**
   * Number of units of each dense layer (ReLU) before the softmax.
   *
   * @default [256]
   */
  readonly dense?: readonly number[];
  /**
   * Share of the values that training drops after each dense layer, in [0, 1).
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
