import { boolean, type FieldChecks, listOf, nonEmptyListOf, objectOf, oneOf, optional, positiveInteger, share } from '@ser/core';
import { type ConvolutionBlock, convolutionBlockChecks } from './convolutionBlock.js';
import { type DenseHead, denseHeadChecks, type SharedSettings, sharedSettingsChecks } from './sharedSettings.js';

/** A recurrent layer over frames, with dropout behind it. */
export interface RecurrentBlock {
  /**
   * The cell, with tanh and sigmoid inside as in Keras. A GRU applies its reset gate before the product, as the paper
   * and Keras's `reset_after=False`.
   *
   * @default 'lstm'
   * @see Hochreiter and Schmidhuber, 1997, https://doi.org/10.1162/neco.1997.9.8.1735
   * @see Cho et al., 2014, https://arxiv.org/abs/1406.1078
   */
  readonly cell?: 'lstm' | 'gru';
  /** Units of one direction, at least 1. */
  readonly units: number;
  /**
   * Whether a second cell runs back in time; the outputs of both stand side by side.
   *
   * @default false
   */
  readonly bidirectional?: boolean;
  /**
   * Share of the outputs dropped in training, in [0, 1); nothing is dropped between time steps.
   *
   * @default 0
   */
  readonly dropout?: number;
}

/** Convolutions over frames, then recurrent layers, as JSON. */
export interface CnnLstmDescription extends DenseHead, SharedSettings {
  readonly kind: 'cnnLstm';
  /** Blocks in order; none for a purely recurrent network. */
  readonly convolutions: readonly ConvolutionBlock[];
  /** Recurrent layers in order, at least one. */
  readonly recurrent: readonly RecurrentBlock[];
  /**
   * How the frames of the last recurrent layer become one vector: `'last'` is what each direction ends with,
   * `'average'` the mean, `'attention'` a mean weighted by learned attention.
   *
   * @default 'last'
   */
  readonly pooling?: 'last' | 'average' | 'attention';
}

const recurrentBlockChecks: FieldChecks<RecurrentBlock> = {
  cell: optional(oneOf(['lstm', 'gru'])),
  units: positiveInteger,
  bidirectional: optional(boolean),
  dropout: optional(share),
};

export const cnnLstmChecks: FieldChecks<CnnLstmDescription> = {
  kind: oneOf(['cnnLstm']),
  convolutions: listOf(objectOf(convolutionBlockChecks)),
  recurrent: nonEmptyListOf(objectOf(recurrentBlockChecks), 'layer'),
  pooling: optional(oneOf(['last', 'average', 'attention'])),
  ...denseHeadChecks,
  ...sharedSettingsChecks,
};
