import {
  input,
  layers,
  type LayersModel,
  model,
  sequential,
  type SymbolicTensor,
} from '@tensorflow/tfjs-layers';
import type { LayerCase } from '../layerCases.js';

/** A single layer. */
function alone(inputShape: number[], layer: () => layers.Layer): () => LayersModel {
  return () => sequential({ layers: [layers.inputLayer({ inputShape }), layer()] });
}

/** Two branches of the input and a layer that merges them. */
function branches(shapes: [number, number], merge: () => layers.Layer): () => LayersModel {
  return () => {
    const x = input({ shape: [4, 3] });
    const branch = (units: number) => layers.dense({ units }).apply(x) as SymbolicTensor;
    const merged = merge().apply(shapes.map(branch)) as SymbolicTensor;
    return model({ inputs: x, outputs: merged });
  };
}

const activationNames = [
  'elu',
  'gelu',
  'hardSigmoid',
  'linear',
  'relu',
  'relu6',
  'selu',
  'sigmoid',
  'softmax',
  'softplus',
  'softsign',
  'swish',
  'tanh',
] as const;

const activations = activationNames.map((activation): LayerCase => {
  return {
    layer: 'Activation',
    what: activation,
    build: alone([5, 4], () => layers.activation({ activation })),
  };
});

const dense: LayerCase[] = [
  {
    layer: 'Dense',
    what: 'one row',
    build: alone([5], () => layers.dense({ units: 3, activation: 'relu' })),
  },
  {
    layer: 'Dense',
    what: 'rows of frames',
    build: alone([4, 5], () => layers.dense({ units: 3, activation: 'tanh' })),
  },
  { layer: 'Dense', what: 'two further axes', build: alone([2, 3, 4], () => layers.dense({ units: 2 })) },
  { layer: 'Dense', what: 'no bias', build: alone([5], () => layers.dense({ units: 3, useBias: false })) },
  {
    layer: 'Dense',
    what: 'shared by two uses',
    build: () => {
      const x = input({ shape: [4] });
      const shared = layers.dense({ units: 4, activation: 'sigmoid' });
      const once = shared.apply(x) as SymbolicTensor;
      const twice = shared.apply(once) as SymbolicTensor;
      return model({ inputs: x, outputs: layers.add().apply([once, twice]) as SymbolicTensor });
    },
  },
];

const shaping: LayerCase[] = [
  { layer: 'Flatten', what: 'frames', build: alone([4, 3], () => layers.flatten()) },
  { layer: 'Flatten', what: 'an image', build: alone([2, 3, 2], () => layers.flatten()) },
  {
    layer: 'Reshape',
    what: 'one size inferred',
    build: alone([4, 3], () => layers.reshape({ targetShape: [2, -1, 2] })),
  },
  { layer: 'Permute', what: 'two axes', build: alone([4, 3], () => layers.permute({ dims: [2, 1] })) },
  {
    layer: 'Permute',
    what: 'a cycle of three',
    build: alone([2, 3, 4], () => layers.permute({ dims: [3, 1, 2] })),
  },
  { layer: 'RepeatVector', what: '3 times', build: alone([4], () => layers.repeatVector({ n: 3 })) },
  {
    layer: 'InputLayer',
    what: 'alone',
    build: alone([4], () => layers.activation({ activation: 'linear' })),
  },
];

const units: LayerCase[] = [
  { layer: 'ReLU', what: 'unbounded', build: alone([6], () => layers.reLU()) },
  { layer: 'ReLU', what: 'maxValue', build: alone([6], () => layers.reLU({ maxValue: 0.4 })) },
  { layer: 'LeakyReLU', what: 'alpha 0.2', build: alone([6], () => layers.leakyReLU({ alpha: 0.2 })) },
  { layer: 'ELU', what: 'alpha 1', build: alone([6], () => layers.elu()) },
  { layer: 'Softmax', what: 'a vector', build: alone([5], () => layers.softmax()) },
  { layer: 'Softmax', what: 'of frames', build: alone([4, 3], () => layers.softmax({ axis: 2 })) },
];

const dropping: LayerCase[] = [
  { layer: 'Dropout', what: 'rate 0.4', build: alone([4, 3], () => layers.dropout({ rate: 0.4 })) },
  { layer: 'Dropout', what: 'rate 0', build: alone([4, 3], () => layers.dropout({ rate: 0 })) },
  {
    layer: 'SpatialDropout1D',
    what: 'rate 0.5',
    build: alone([4, 3], () => layers.spatialDropout1d({ rate: 0.5 })),
  },
];

const merging: LayerCase[] = [
  { layer: 'Add', what: 'equal shapes', build: branches([3, 3], () => layers.add()) },
  { layer: 'Add', what: 'one channel for all', build: branches([3, 1], () => layers.add()) },
  { layer: 'Average', what: 'equal shapes', build: branches([3, 3], () => layers.average()) },
  { layer: 'Maximum', what: 'equal shapes', build: branches([3, 3], () => layers.maximum()) },
  { layer: 'Minimum', what: 'equal shapes', build: branches([3, 3], () => layers.minimum()) },
  { layer: 'Multiply', what: 'equal shapes', build: branches([3, 3], () => layers.multiply()) },
  { layer: 'Multiply', what: 'one channel for all', build: branches([1, 3], () => layers.multiply()) },
  { layer: 'Concatenate', what: 'channels', build: branches([3, 2], () => layers.concatenate()) },
  { layer: 'Concatenate', what: 'frames', build: branches([3, 3], () => layers.concatenate({ axis: 1 })) },
];

/** Core layers: dense, activations, shapes, dropout, merges. */
export const coreCases: readonly LayerCase[] = [
  ...dense,
  ...activations,
  ...units,
  ...shaping,
  ...dropping,
  ...merging,
];
