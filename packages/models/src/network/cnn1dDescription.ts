import { type FieldChecks, nonEmptyListOf, objectOf, oneOf, optional } from '@ser/core';
import { type ConvolutionBlock, convolutionBlockChecks } from './convolutionBlock.js';
import {
  type DenseHead,
  denseHeadChecks,
  type SharedSettings,
  sharedSettingsChecks,
} from './sharedSettings.js';

/** A 1-D convolutional network over frames of features, as JSON. */
export interface Cnn1dDescription extends DenseHead, SharedSettings {
  readonly kind: 'cnn1d';
  /** Blocks in order, at least one. */
  readonly convolutions: readonly ConvolutionBlock[];
  /**
   * How the frames become one vector: `'flatten'` concatenates them, `'average'` is their mean.
   *
   * @default 'flatten'
   */
  readonly pooling?: 'flatten' | 'average';
}

export const cnn1dChecks: FieldChecks<Cnn1dDescription> = {
  kind: oneOf(['cnn1d']),
  convolutions: nonEmptyListOf(objectOf(convolutionBlockChecks), 'block'),
  pooling: optional(oneOf(['flatten', 'average'])),
  ...denseHeadChecks,
  ...sharedSettingsChecks,
};
