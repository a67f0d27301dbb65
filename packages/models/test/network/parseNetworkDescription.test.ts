import { SerError } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { parseNetworkDescription } from '../../src/network/parseNetworkDescription.js';

const block = { filters: 64, kernelSize: 5 };
const shared = { batchNormalizationMomentum: 0.9, l2: 0.001 };
const head = { dense: [128, 64], dropout: 0.3, ...shared };
const recurrent = [{ units: 8 }];

describe('parseNetworkDescription', () => {
  it.each<[kind: string, shortest: object, longest: object]>([
    [
      'cnn1d',
      { convolutions: [block] },
      {
        convolutions: [{ ...block, poolSize: 4, batchNormalization: true, dropout: 0.2 }],
        pooling: 'average',
        ...head,
      },
    ],
    [
      'cnn2d',
      { blocks: [block] },
      {
        blocks: [
          { filters: 8, kernelSize: [3, 5], poolSize: [1, 2], batchNormalization: true, dropout: 0.2 },
          { filters: 8, kernelSize: 3, poolSize: 4 },
        ],
        pooling: 'average',
        ...head,
      },
    ],
    [
      'cnnLstm',
      { convolutions: [], recurrent: [{ units: 8 }] },
      {
        convolutions: [block],
        recurrent: [{ cell: 'gru', units: 8, bidirectional: true, dropout: 0.2 }],
        pooling: 'attention',
        ...head,
      },
    ],
    [
      'deepCnn',
      {},
      {
        filters: [8, 4],
        kernelSize: 3,
        poolSize: 4,
        poolStride: 3,
        dropout: 0,
        batchNormalization: false,
        dense: [16],
        denseDropout: 0,
        ...shared,
      },
    ],
    [
      'dense',
      { units: [] },
      {
        units: [64, 32],
        inputDropout: 0.5,
        dropout: 0.3,
        batchNormalization: true,
        activation: 'elu',
        ...shared,
      },
    ],
  ])('accepts the shortest %s, and one with every option', (kind, shortest, longest) => {
    expect(parseNetworkDescription({ kind, ...shortest })).toEqual({ kind, ...shortest });
    expect(parseNetworkDescription({ kind, ...longest })).toEqual({ kind, ...longest });
  });

  it.each<[unknown, string]>([
    [null, '`network` must be an object; got null.'],
    [
      { kind: 'lstm' },
      "`network.kind` must be one of 'cnn1d', 'cnn2d', 'cnnLstm', 'deepCnn', 'dense'; got 'lstm'.",
    ],
    [{ kind: 'cnn1d' }, '`network.convolutions` must be an array; got undefined.'],
    [{ kind: 'cnn1d', convolutions: [] }, '`network.convolutions` must be at least one block; got [].'],
    [
      { kind: 'cnn1d', convolutions: [block], droput: 0.1 },
      '`network.droput` is not an option. Use one of kind, convolutions, pooling, dense, dropout, batchNormalizationMomentum, l2.',
    ],
    [
      { kind: 'cnn1d', convolutions: [block, { ...block, stride: 2 }] },
      '`network.convolutions[1].stride` is not an option.',
    ],
    [
      { kind: 'cnn1d', convolutions: [block], batchNormalizationMomentum: 1 },
      '`network.batchNormalizationMomentum` must be',
    ],
    [
      { kind: 'cnn1d', convolutions: [{ ...block, filters: 0 }] },
      '`network.convolutions[0].filters` must be an integer from 1 to 1048576; got 0.',
    ],
    [
      { kind: 'cnn1d', convolutions: [{ ...block, dropout: 1 }] },
      '`network.convolutions[0].dropout` must be a number in [0, 1); got 1.',
    ],
    [
      { kind: 'cnn1d', convolutions: [{ ...block, batchNormalization: 'yes' }] },
      "`network.convolutions[0].batchNormalization` must be one of true, false; got 'yes'.",
    ],
    [
      { kind: 'cnn1d', convolutions: [block], dense: [1.5] },
      '`network.dense[0]` must be an integer from 1 to 1048576; got 1.5.',
    ],
    [
      { kind: 'cnn1d', convolutions: [block], pooling: 'max' },
      "`network.pooling` must be one of 'flatten', 'average'; got 'max'.",
    ],
    [{ kind: 'constructor' }, '`network.kind` must be one of'],
    [{ kind: 'dense', units: [4], l2: -1 }, '`network.l2` must be a finite number at least 0; got -1.'],
    [
      { kind: 'dense', units: [4], l2: Infinity },
      '`network.l2` must be a finite number at least 0; got Infinity.',
    ],
    [{ kind: 'dense', units: 4 }, '`network.units` must be an array; got 4.'],
    [
      { kind: 'dense', units: [4], activation: 'softmax' },
      "`network.activation` must be one of 'relu', 'elu', 'selu', 'tanh', 'sigmoid'; got 'softmax'.",
    ],
    [
      { kind: 'dense', units: [4], pooling: 'flatten' },
      '`network.pooling` is not an option. Use one of kind, units,',
    ],
    [
      { kind: 'cnn2d', blocks: [{ filters: 4, kernelSize: [3, 0] }] },
      '`network.blocks[0].kernelSize` must be an integer from 1 to 1048576, or two of them as [frames, features]; got [3,0].',
    ],
    [
      { kind: 'cnn2d', blocks: [{ ...block, poolSize: [2, 2, 2] }] },
      '`network.blocks[0].poolSize` must be an integer from 1 to 1048576, or two of them',
    ],
    [
      { kind: 'cnn2d', convolutions: [block] },
      '`network.convolutions` is not an option. Use one of kind, blocks,',
    ],
    [{ kind: 'cnnLstm', recurrent }, '`network.convolutions` must be an array; got undefined.'],
    [
      { kind: 'cnnLstm', convolutions: [], recurrent: [] },
      '`network.recurrent` must be at least one layer; got [].',
    ],
    [
      { kind: 'cnnLstm', convolutions: [], recurrent: [{ units: 8, cell: 'rnn' }] },
      "`network.recurrent[0].cell` must be one of 'lstm', 'gru'; got 'rnn'.",
    ],
    [
      { kind: 'cnnLstm', convolutions: [], recurrent: [{ units: 8, recurrentDropout: 0.2 }] },
      '`network.recurrent[0].recurrentDropout` is not an option. Use one of cell, units, bidirectional, dropout.',
    ],
    [
      { kind: 'cnnLstm', convolutions: [], recurrent, pooling: 'flatten' },
      "`network.pooling` must be one of 'last', 'average', 'attention'; got 'flatten'.",
    ],
    [{ kind: 'deepCnn', filters: [] }, '`network.filters` must be at least one convolution; got [].'],
    [{ kind: 'deepCnn', poolStride: 0 }, '`network.poolStride` must be an integer from 1 to 1048576; got 0.'],
    [
      { kind: 'deepCnn', denseDropout: '0.5' },
      "`network.denseDropout` must be a number in [0, 1); got '0.5'.",
    ],
  ])('rejects %j', (json, message) => {
    expect(() => parseNetworkDescription(json)).toThrow(message);
    expect(() => parseNetworkDescription(json)).toThrow(SerError);
    expect(() => parseNetworkDescription(json)).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });
});
