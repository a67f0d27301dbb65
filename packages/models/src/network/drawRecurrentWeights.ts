import * as tf from '@tensorflow/tfjs-core';
import { initializers, type layers, type LayerVariable } from '@tensorflow/tfjs-layers';
import { orthogonalMatrix } from './orthogonalMatrix.js';

/**
 * Initializes a recurrent layer as Keras does: for each direction a Glorot uniform kernel and an orthogonal recurrent
 * kernel; biases are 0, except that of the forget gate of an LSTM, which is 1.
 *
 * The weights are written after the layer is built, because the initializers of TensorFlow.js do not serve: both
 * directions of a bidirectional layer get the same seed, the orthogonal initializer needs the chained operations, and
 * that of the forget gate leaks tensors.
 *
 * @param layer an LSTM, a GRU or a Bidirectional of one, as part of a model
 * @param nextSeed called twice for each direction
 * @see for the forget gate: Jozefowicz et al., 2015, https://proceedings.mlr.press/v37/jozefowicz15.html
 */
export function drawRecurrentWeights(
  layer: layers.Layer,
  cell: 'lstm' | 'gru',
  nextSeed: () => number,
): void {
  for (const weight of layer.trainableWeights) {
    const name = weight.originalName;
    if (name.endsWith('recurrent_kernel')) writeOrthogonal(weight, nextSeed());
    else if (name.endsWith('kernel')) writeGlorot(weight, nextSeed());
    else if (name.endsWith('bias') && cell === 'lstm') writeForgetBias(weight);
  }
}

function writeGlorot(weight: LayerVariable, seed: number): void {
  tf.tidy(() => void weight.write(initializers.glorotUniform({ seed }).apply(weight.shape)));
}

function writeOrthogonal(weight: LayerVariable, seed: number): void {
  const [nRows, nColumns] = weight.shape as [number, number];
  const values = orthogonalMatrix(nRows, nColumns, seed);
  tf.tidy(() => void weight.write(tf.tensor2d(values, [nRows, nColumns])));
}

/** The biases are in the order of the gates: input, forget, cell, output. */
function writeForgetBias(weight: LayerVariable): void {
  const size = weight.shape[0]!;
  const values = new Float32Array(size).fill(1, size / 4, size / 2);
  tf.tidy(() => void weight.write(tf.tensor1d(values)));
}
