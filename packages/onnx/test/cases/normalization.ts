import { layers, sequential } from '@tensorflow/tfjs-layers';
import type { LayerCase } from '../layerCases.js';

const normalization = (
  layer: string,
  what: string,
  inputShape: number[],
  create: () => layers.Layer,
): LayerCase => ({
  layer,
  what,
  batch: 4,
  build: () => sequential({ layers: [layers.inputLayer({ inputShape }), create()] }),
});

/** TensorFlow.js reads a weight that does not exist. */
const throws = { unlikeTensorFlow: 'throws without scale or center' };

const batch = (what: string, inputShape: number[], args = {}) =>
  normalization('BatchNormalization', what, inputShape, () => layers.batchNormalization(args));

const layer = (what: string, inputShape: number[], args = {}) =>
  normalization('LayerNormalization', what, inputShape, () => layers.layerNormalization(args));

/** After a convolution, where values are channels first. */
const afterConvolution = (name: string, create: () => layers.Layer): LayerCase => ({
  layer: name,
  what: 'after a convolution',
  build: () =>
    sequential({
      layers: [
        layers.conv2d({ filters: 3, kernelSize: 2, inputShape: [4, 5, 1], activation: 'relu' }),
        create(),
        layers.maxPooling2d({ poolSize: 2 }),
      ],
    }),
});

/** Both normalizations, for every rank. */
export const normalizationCases: readonly LayerCase[] = [
  batch('a vector', [5]),
  batch('frames, momentum 0.8, epsilon 0.1', [6, 3], { momentum: 0.8, epsilon: 0.1 }),
  batch('an image', [3, 4, 2]),
  batch('axis from the front', [6, 2], { axis: 2 }),
  { ...batch('without scale', [5, 2], { scale: false }), ...throws },
  { ...batch('without center', [4], { center: false }), ...throws },
  { ...batch('without scale and center', [2, 3, 2], { scale: false, center: false }), ...throws },
  afterConvolution('BatchNormalization', () => layers.batchNormalization()),
  layer('a vector', [5]),
  layer('frames, epsilon 0.1', [4, 3], { epsilon: 0.1 }),
  layer('an image', [2, 3, 4]),
  { ...layer('without scale', [4, 3], { scale: false }), ...throws },
  { ...layer('without center, axis from the front', [4, 3], { center: false, axis: 2 }), ...throws },
  afterConvolution('LayerNormalization', () => layers.layerNormalization()),
];
