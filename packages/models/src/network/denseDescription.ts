import { boolean, type FieldChecks, listOf, oneOf, optional, positiveInteger, share } from '@ser/core';
import { type SharedSettings, sharedSettingsChecks } from './sharedSettings.js';

/** Activations of hidden dense layers. */
const denseActivations = ['relu', 'elu', 'selu', 'tanh', 'sigmoid'] as const;

/** Dense layers over all values of a clip, as JSON. */
export interface DenseDescription extends SharedSettings {
  readonly kind: 'dense';
  /** Number of units of each hidden layer, in order; an empty list leaves only the softmax. */
  readonly units: readonly number[];
  /**
   * Share of the input values that training drops, in [0, 1). With many features and few clips, it prevents overfitting
   * better than dropout in the hidden layers.
   *
   * @default 0
   */
  readonly inputDropout?: number;
  /**
   * Share of the values that training drops after each hidden layer, in [0, 1).
   *
   * @default 0
   */
  readonly dropout?: number;
  /**
   * Whether batch normalization follows the activation of each hidden layer.
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
