import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, initializers, layers, sequential } from '@tensorflow/tfjs-layers';
import { ModelError } from '../errors.js';

/** What a linear classifier adds up for each class before its softmax. */
export interface LinearWeights {
  /** Row-major, `[nFeatures, nClasses]`; the features of all frames, one frame after the other. */
  readonly weights: Float32Array;
  /** `[nClasses]` */
  readonly bias: Float32Array;
  readonly nFeatures: number;
  readonly nClasses: number;
}

/** A network that is a linear classifier: all values in one vector, one dense layer, softmax. Its weights are 0. */
export function linearNetwork(inputShape: readonly number[], nClasses: number): LayersModel {
  const kernelInitializer = initializers.zeros();
  return sequential({
    layers: [
      layers.flatten({ inputShape: [...inputShape] }),
      layers.dense({ units: nClasses, activation: 'softmax', kernelInitializer }),
    ],
  });
}

export function setLinearWeights(
  model: LayersModel,
  { weights, bias, nFeatures, nClasses }: LinearWeights,
): void {
  tf.tidy(() => {
    model.layers.at(-1)!.setWeights([tf.tensor2d(weights, [nFeatures, nClasses]), tf.tensor1d(bias)]);
  });
}

/** @throws {SerError} `invalid-network` when there is more to the network than a softmax of weighted sums */
export function linearWeightsOf(model: LayersModel): LinearWeights {
  const computing = model.layers.filter((layer) => !['InputLayer', 'Flatten'].includes(layer.getClassName()));
  const [dense] = computing;
  if (
    computing.length !== 1 ||
    dense!.getClassName() !== 'Dense' ||
    dense!.getConfig()['activation'] !== 'softmax'
  ) {
    const names = computing.map((layer) => layer.getClassName()).join(', ');
    throw new ModelError(
      'invalid-network',
      `Expected a linear classifier, one dense layer with softmax; this one has ${names}.`,
    );
  }
  const [kernel, bias] = dense!.getWeights();
  const nClasses = kernel!.shape[1]!;
  return {
    weights: kernel!.dataSync<'float32'>().slice(),
    bias: bias?.dataSync<'float32'>().slice() ?? new Float32Array(nClasses),
    nFeatures: kernel!.shape[0]!,
    nClasses,
  };
}
