import { type FieldChecks, listOf, notNegative, optional, positiveInteger, share } from '@ser/core';

/** What every kind of network may set. */
export interface SharedSettings {
  /**
   * How much of their old value the moving mean and variance of batch normalisation keep at each step, in
   * [0, 1). Prediction uses them, and at 0.99 they need about a thousand steps to be right: with small corpora
   * choose 0.9.
   *
   * @default 0.99, as Keras
   */
  readonly batchNormalizationMomentum?: number;
  /**
   * Weight decay: the loss gets this times the sum of squares of all kernels, those of convolutions, dense layers
   * (softmax included) and recurrent layers. At least 0; biases and attention are left alone.
   *
   * @default 0
   */
  readonly l2?: number;
}

/** Dense layers (ReLU) between what comes before and the softmax. */
export interface DenseHead {
  /**
   * Units of each dense layer.
   *
   * @default []
   */
  readonly dense?: readonly number[];
  /**
   * Share of the values dropped in training after each dense layer, in [0, 1).
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
