import { type Matrix, scaled, transpose } from '@ser/classifiers';
import type { CurvedKernel } from '@ser/classifiers';
import type { KernelMachine, LinearMachine, Machine } from '@ser/classifiers';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { ArcCosineSimilarity } from '../layers/arcCosineSimilarity.js';
import { RbfSimilarity } from '../layers/rbfSimilarity.js';
import { linearNetwork, setLinearWeights } from './linearNetwork.js';

export interface NetworkOfOptions {
  readonly inputShape: readonly number[];
  /** The examples it was fitted to. */
  readonly x: Matrix;
  /** What its scores are multiplied by before the softmax. */
  readonly temperature: number;
}

/** A fitted machine as a network whose softmax gives its probabilities. */
export function networkOf(machine: Machine, options: NetworkOfOptions): LayersModel {
  return 'weights' in machine ? networkOfLinear(machine, options) : networkOfKernel(machine, options);
}

function networkOfLinear({ weights, bias }: LinearMachine, options: NetworkOfOptions): LayersModel {
  const { inputShape, temperature } = options;
  const model = linearNetwork(inputShape, bias.length);
  setLinearWeights(model, {
    weights: transpose(scaled(weights, temperature)).data,
    bias: bias.map((value) => value * temperature),
    nFeatures: weights.nColumns,
    nClasses: bias.length,
  });
  return model;
}

function networkOfKernel(
  { coefficients, bias, kernel }: KernelMachine,
  options: NetworkOfOptions,
): LayersModel {
  const { inputShape, x, temperature } = options;
  const similarity = similarityTo(x.nRows, kernel);
  const sum = layers.dense({ units: bias.length, activation: 'softmax', kernelInitializer: 'zeros' });
  const model = sequential({ layers: [layers.flatten({ inputShape: [...inputShape] }), similarity, sum] });
  tf.tidy(() => {
    similarity.setWeights([tf.tensor2d(x.data, [x.nRows, x.nColumns])]);
    const weights = tf.tensor2d(transpose(scaled(coefficients, temperature)).data, [x.nRows, bias.length]);
    sum.setWeights([weights, tf.tensor1d(bias.map((value) => value * temperature))]);
  });
  return model;
}

/** The layer that compares with so many examples. */
function similarityTo(units: number, kernel: CurvedKernel): RbfSimilarity | ArcCosineSimilarity {
  return kernel.name === 'rbf'
    ? new RbfSimilarity({ units, gamma: kernel.gamma })
    : new ArcCosineSimilarity({ units });
}
