import {
  boolean,
  type FieldChecks,
  listOf,
  nonEmptyListOf,
  objectOf,
  oneOf,
  optional,
  positiveInteger,
  share,
} from '@ser/core';
import { type ConvolutionBlock, convolutionBlockChecks } from './convolutionBlock.js';
import {
  type DenseHead,
  denseHeadChecks,
  type SharedSettings,
  sharedSettingsChecks,
} from './sharedSettings.js';

/** A recurrent layer over frames, followed by dropout. */
export interface RecurrentBlock {
  /**
   * The cell, with the activations tanh and sigmoid as in Keras. A GRU applies its reset gate before the product, as in
   * the paper and with Keras's `reset_after=False`.
   *
   * @default 'lstm'
   * @see Hochreiter and Schmidhuber, 1997, https://doi.org/10.1162/neco.1997.9.8.1735
   * @see Cho et al., 2014, https://arxiv.org/abs/1406.1078
   */
  readonly cell?: 'lstm' | 'gru';
  /** Number of units per direction, at least 1. */
  readonly units: number;
  /**
   * Whether a second cell runs backward in time; the outputs of both are concatenated.
   *
   * @default false
   */
  readonly bidirectional?: boolean;
  /**
   * Share of the outputs that training drops, in [0, 1); nothing is dropped between time steps.
   *
   * @default 0
   */
  readonly dropout?: number;
}

/** Convolutions over frames, followed by recurrent layers, as JSON. */
export interface CnnLstmDescription extends DenseHead, SharedSettings {
  readonly kind: 'cnnLstm';
  /** Blocks in order; none for a purely recurrent network. */
  readonly convolutions: readonly ConvolutionBlock[];
  /** Recurrent layers in order, at least one. */
  readonly recurrent: readonly RecurrentBlock[];
  /**
   * How the frames of the last recurrent layer become one vector: `'last'` is the final output of each
   * direction, `'average'` the mean, `'attention'` a mean weighted by learned attention.
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
