import { type FieldChecks, listOf, notNegative, optional, positiveInteger, share } from '@ser/core';

/** Settings of every kind of network. */
export interface SharedSettings {
  /**
   * Share of the old value that the moving mean and variance of batch normalization keep at each step, in [0, 1).
   * Prediction uses them; at 0.99 they need about a thousand steps to become accurate. Use 0.9 for small corpora.
   *
   * @default 0.99, as in Keras
   */
  readonly batchNormalizationMomentum?: number;
  /**
   * L2 penalty: the loss includes this factor times the sum of squares of all kernels of convolutions, dense layers
   * (including the softmax), and recurrent layers. At least 0; biases and attention have no penalty.
   *
   * @default 0
   */
  readonly l2?: number;
}

/** Dense layers (ReLU) before the softmax. */
export interface DenseHead {
  /**
   * Number of units of each dense layer.
   *
   * @default []
   */
  readonly dense?: readonly number[];
  /**
   * Share of the values that training drops after each dense layer, in [0, 1).
   *
   * @default 0
   */
  readonly dropout?: number;
}

export const sharedSettingsChecks: FieldChecks<SharedSettings> = {
  batchNormalizationMomentum: optional(share),
  l2: optional(notNegative),
};

export const denseHeadChecks: FieldChecks<DenseHead> = {
  dense: optional(listOf(positiveInteger)),
  dropout: optional(share),
};
