import * as tf from '@tensorflow/tfjs-core';
import { initializers, type layers, type LayerVariable } from '@tensorflow/tfjs-layers';
import { orthogonalMatrix } from './orthogonalMatrix.js';

/**
 * Gives a recurrent layer the weights that Keras would: for each direction a Glorot uniform kernel and an orthogonal
 * recurrent kernel; zero biases, except for the forget gate of an LSTM, which gets 1.
 *
 * It writes them after the layer is built: TensorFlow.js gives both directions of a bidirectional layer initialisers
 * of the same seed, its orthogonal one does not work without its chained operations, and the one of the forget gate
 * leaves tensors behind.
 *
 * @param layer an LSTM, a GRU or a Bidirectional of one, as part of a model
 * @param nextSeed asked twice for each direction
 * @see on the forget gate, Jozefowicz et al., 2015, https://proceedings.mlr.press/v37/jozefowicz15.html
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

/** Biases stand in the order of gates: input, forget, cell, output. */
function writeForgetBias(weight: LayerVariable): void {
  const size = weight.shape[0]!;
  const values = new Float32Array(size).fill(1, size / 4, size / 2);
  tf.tidy(() => void weight.write(tf.tensor1d(values)));
}
