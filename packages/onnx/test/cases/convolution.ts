import { layers, type LayersModel, sequential } from '@tensorflow/tfjs-layers';
import type { LayerCase } from '../layerCases.js';

/** A chain of layers. */
function chain(inputShape: number[], ...stack: (() => layers.Layer)[]): () => LayersModel {
  return () =>
    sequential({ layers: [layers.inputLayer({ inputShape }), ...stack.map((create) => create())] });
}

type Conv1DArgs = Parameters<typeof layers.conv1d>[0];
type Conv2DArgs = Parameters<typeof layers.conv2d>[0];
type DepthwiseArgs = Parameters<typeof layers.depthwiseConv2d>[0];
type SeparableArgs = Parameters<typeof layers.separableConv2d>[0];

/** TensorFlow.js throws when asked for the gradient of a dilated convolution. */
function noGradient(dilationRate: unknown): Pick<LayerCase, 'unlikeTensorFlow'> {
  return dilationRate === undefined ? {} : { unlikeTensorFlow: 'has no gradient of dilated convolutions' };
}

const conv1D = (what: string, inputShape: number[], args: Conv1DArgs): LayerCase => ({
  layer: 'Conv1D',
  what,
  ...noGradient(args.dilationRate),
  build: chain(inputShape, () => layers.conv1d(args)),
});

const conv2D = (what: string, inputShape: number[], args: Conv2DArgs): LayerCase => ({
  layer: 'Conv2D',
  what,
  ...noGradient(args.dilationRate),
  build: chain(inputShape, () => layers.conv2d(args)),
});

const depthwise = (what: string, inputShape: number[], args: DepthwiseArgs): LayerCase => ({
  layer: 'DepthwiseConv2D',
  what,
  build: chain(inputShape, () => layers.depthwiseConv2d(args)),
});

const separable = (what: string, inputShape: number[], args: SeparableArgs): LayerCase => ({
  layer: 'SeparableConv2D',
  what,
  ...noGradient(args.dilationRate),
  build: chain(inputShape, () => layers.separableConv2d(args)),
});

/** Every convolution: paddings, strides that skip positions, dilations, one channel, one element. */
export const convolutionCases: readonly LayerCase[] = [
  conv1D('valid', [9, 3], { filters: 4, kernelSize: 3 }),
  conv1D('same, even kernel, relu', [8, 2], {
    filters: 3,
    kernelSize: 4,
    padding: 'same',
    activation: 'relu',
  }),
  conv1D('one channel, no bias', [10, 1], { filters: 2, kernelSize: 5, padding: 'same', useBias: false }),
  conv1D('valid, stride 2, one position skipped', [10, 3], { filters: 2, kernelSize: 3, strides: 2 }),
  conv1D('same, stride 3, tanh', [10, 2], {
    filters: 3,
    kernelSize: 5,
    strides: 3,
    padding: 'same',
    activation: 'tanh',
  }),
  conv1D('stride above the kernel', [11, 2], { filters: 2, kernelSize: 2, strides: 4, padding: 'same' }),
  conv1D('same, dilation 2', [9, 2], { filters: 3, kernelSize: 3, dilationRate: 2, padding: 'same' }),
  conv1D('valid, dilation 3', [12, 2], { filters: 2, kernelSize: 3, dilationRate: 3 }),
  conv1D('kernel of 1, softmax', [5, 3], { filters: 4, kernelSize: 1, activation: 'softmax' }),
  conv1D('kernel as long as the input', [4, 2], { filters: 2, kernelSize: 4 }),
  {
    layer: 'Conv1D',
    what: 'two in a row, then flat',
    build: chain(
      [8, 2],
      () => layers.conv1d({ filters: 3, kernelSize: 3, activation: 'elu' }),
      () => layers.conv1d({ filters: 2, kernelSize: 2, padding: 'same' }),
      () => layers.flatten(),
      () => layers.dense({ units: 2 }),
    ),
  },

  conv2D('valid', [5, 6, 2], { filters: 3, kernelSize: 3 }),
  conv2D('same, relu', [6, 5, 2], { filters: 3, kernelSize: 3, padding: 'same', activation: 'relu' }),
  conv2D('same, 2 x 3, one channel, no bias', [5, 4, 1], {
    filters: 2,
    kernelSize: [2, 3],
    padding: 'same',
    useBias: false,
  }),
  conv2D('valid, strides 2 and 3', [8, 9, 2], { filters: 2, kernelSize: [3, 2], strides: [2, 3] }),
  conv2D('same, stride 2, sigmoid', [7, 6, 2], {
    filters: 3,
    kernelSize: 3,
    strides: 2,
    padding: 'same',
    activation: 'sigmoid',
  }),
  conv2D('dilation 2 and 1', [7, 5, 2], { filters: 2, kernelSize: 3, dilationRate: [2, 1], padding: 'same' }),
  conv2D('kernel of 1', [3, 4, 3], { filters: 2, kernelSize: 1 }),

  depthwise('same', [5, 4, 3], { kernelSize: 3, padding: 'same' }),
  depthwise('two filters a channel, valid, relu', [5, 6, 2], {
    kernelSize: [2, 3],
    depthMultiplier: 2,
    activation: 'relu',
  }),
  depthwise('stride 2, no bias', [6, 7, 2], { kernelSize: 3, strides: 2, padding: 'same', useBias: false }),
  depthwise('one channel', [5, 5, 1], { kernelSize: 3, depthMultiplier: 3 }),

  separable('same', [5, 4, 3], { filters: 4, kernelSize: 3, padding: 'same' }),
  separable('dilation 2', [6, 5, 2], { filters: 2, kernelSize: 3, dilationRate: 2, padding: 'same' }),
  separable('two filters a channel, stride 2, tanh', [6, 7, 2], {
    filters: 3,
    kernelSize: 3,
    depthMultiplier: 2,
    strides: 2,
    activation: 'tanh',
  }),
];
