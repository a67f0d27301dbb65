import { randomNormal, tidy } from '@tensorflow/tfjs-core';

/**
 * A random matrix with orthonormal rows, row-major `[nRows, nColumns]`: the orthogonal initializer of Keras.
 *
 * The Gram-Schmidt process on normally distributed rows gives the QR decomposition whose R has a positive diagonal, which
 * Keras obtains by changing signs. The initializer of TensorFlow.js needs its chained operations, takes seconds for an
 * LSTM with 128 units, and prints a warning.
 *
 * @param nRows at most `nColumns`
 * @see Saxe, McClelland and Ganguli, 2013, https://arxiv.org/abs/1312.6120
 */
export function orthogonalMatrix(nRows: number, nColumns: number, seed: number): Float32Array {
  const drawn = tidy(() => randomNormal([nRows, nColumns], 0, 1, 'float32', seed).dataSync<'float32'>());
  const matrix = Float64Array.from(drawn);
  const rows = Array.from({ length: nRows }, (_, i) => matrix.subarray(i * nColumns, (i + 1) * nColumns));
  rows.forEach((row, i) => {
    for (const earlier of rows.slice(0, i)) subtract(row, earlier, dot(row, earlier));
    const length = Math.sqrt(dot(row, row));
    for (let j = 0; j < nColumns; j++) row[j] = row[j]! / length;
  });
  return Float32Array.from(matrix);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}

function subtract(from: Float64Array, row: Float64Array, factor: number): void {
  for (let j = 0; j < from.length; j++) from[j] = from[j]! - factor * row[j]!;
}
