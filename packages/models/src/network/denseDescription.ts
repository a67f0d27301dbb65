import { boolean, type FieldChecks, listOf, oneOf, optional, positiveInteger, share } from '@ser/core';
import { type SharedSettings, sharedSettingsChecks } from './sharedSettings.js';

/** Activations of hidden dense layers that every engine computes. */
export const denseActivations = ['relu', 'elu', 'selu', 'tanh', 'sigmoid'] as const;

/** Dense layers over all values of a clip, as JSON. */
export interface DenseDescription extends SharedSettings {
  readonly kind: 'dense';
  /** Units of each hidden layer, in order; none leaves the softmax alone. */
  readonly units: readonly number[];
  /**
   * Share of the values of a clip dropped in training, in [0, 1): with many features for few clips, more than the
   * hidden layers can do against learning them by heart.
   *
   * @default 0
   */
  readonly inputDropout?: number;
  /**
   * Share of the values dropped in training after each hidden layer, in [0, 1).
   *
   * @default 0
   */
  readonly dropout?: number;
  /**
   * Whether batch normalisation follows the activation of each hidden layer.
   *
   * @default false
   */
  readonly batchNormalization?: boolean;
  /**
   * Activation of the hidden layers.
   *
   * @default 'relu'
   */
  readonly activation?: (typeof denseActivations)[number];
}

export const denseChecks: FieldChecks<DenseDescription> = {
  kind: oneOf(['dense']),
  units: listOf(positiveInteger),
  inputDropout: optional(share),
  dropout: optional(share),
  batchNormalization: optional(boolean),
  activation: optional(oneOf(denseActivations)),
  ...sharedSettingsChecks,
};
