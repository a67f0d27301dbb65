import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { WeightValues } from './trainingState.js';

/** A copy of all weights of a model, including those that are not trained. */
export function readWeights(model: LayersModel): WeightValues {
  return model.weights.map((weight) => Float32Array.from(weight.read().dataSync<'float32'>()));
}

/** Sets the weights of a model; the engine that holds them must be active. */
export function writeWeights(model: LayersModel, values: WeightValues): void {
  tf.tidy(() => {
    model.weights.forEach((weight, i) => weight.write(tf.tensor(values[i]!, weight.shape as number[])));
  });
}
