import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { setFormulaWeights } from './formula.js';

/** The size in docs/engines.md, or one that is narrow enough for a test. */
export type NetworkSize = 'full' | 'small';

/** Options of {@link network}. */
export interface NetworkOptions {
  /** @default 'full' */
  readonly size?: NetworkSize;
  /** Whether to include dropout layers. @default true */
  readonly dropout?: boolean;
}

type Stack = (options: Required<NetworkOptions>) => layers.Layer[];

/** The networks of docs/engines.md; `reference/bench/networks.py` has the same in Keras. */
const stacks = { dense, 'cnn-lstm': cnnLstm, cnn2d, 'deep-cnn1d': deepCnn1d } satisfies Record<string, Stack>;

export type NetworkName = keyof typeof stacks;
export const networkNames = Object.keys(stacks) as NetworkName[];

/** A network of docs/engines.md on the current backend of TensorFlow.js, with formula weights. */
export function network(
  name: NetworkName,
  { size = 'full', dropout = true }: NetworkOptions = {},
): LayersModel {
  const model = sequential({ layers: stacks[name]({ size, dropout }) });
  setFormulaWeights(model);
  return model;
}

function dense(): layers.Layer[] {
  const [first, ...others] = [256, 128, 64];
  return [
    layers.dense({ inputShape: [180], units: first, activation: 'relu' }),
    ...others.map((units) => layers.dense({ units, activation: 'relu' })),
    softmax(8),
  ];
}

function cnnLstm({ size }: Required<NetworkOptions>): layers.Layer[] {
  const small = size === 'small';
  return [
    layers.inputLayer({ inputShape: small ? [48, 10] : [188, 58] }),
    ...(small ? [8, 12] : [64, 128]).flatMap((filters) => [
      layers.conv1d({ filters, kernelSize: 5, padding: 'same', activation: 'relu' }),
      layers.batchNormalization(),
      layers.maxPooling1d({ poolSize: 2 }),
    ]),
    layers.lstm({
      units: small ? 12 : 64,
      recurrentActivation: 'sigmoid', // as in Keras; the default of TensorFlow.js is the hard sigmoid
      recurrentInitializer: 'zeros', // replaced by formula weights; the default, orthogonal, takes seconds
    }),
    softmax(7),
  ];
}

function cnn2d({ size }: Required<NetworkOptions>): layers.Layer[] {
  const small = size === 'small';
  return [
    layers.inputLayer({ inputShape: small ? [24, 26, 1] : [128, 188, 1] }),
    ...(small ? [4, 6, 8] : [16, 32, 64]).flatMap((filters) => [
      layers.conv2d({ filters, kernelSize: 3, padding: 'same', activation: 'relu' }),
      layers.batchNormalization(),
      layers.maxPooling2d({ poolSize: 2 }),
    ]),
    layers.globalAveragePooling2d({}),
    softmax(8),
  ];
}

function deepCnn1d({ size, dropout }: Required<NetworkOptions>): layers.Layer[] {
  const small = size === 'small';
  const dropping = (rate: number) => (dropout ? [layers.dropout({ rate })] : []);
  return [
    layers.inputLayer({ inputShape: [small ? 100 : 880, 1] }),
    ...(small ? [8, 12, 8, 8, 6] : [256, 512, 256, 256, 128]).flatMap((filters) => [
      layers.conv1d({ filters, kernelSize: 5, padding: 'same', activation: 'relu' }),
      layers.batchNormalization(),
      ...dropping(0.2),
      layers.maxPooling1d({ poolSize: 5, strides: 2, padding: 'same' }),
    ]),
    layers.flatten(),
    layers.dense({ units: small ? 16 : 256, activation: 'relu' }),
    layers.batchNormalization(),
    ...dropping(0.5),
    softmax(7),
  ];
}

function softmax(units: number): layers.Layer {
  return layers.dense({ units, activation: 'softmax' });
}
