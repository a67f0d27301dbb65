import { RecognizerError } from '../errors.js';

/** Largest difference of a sum of probabilities from 1: float32 rounds each of them. */
const tolerance = 1e-3;

/**
 * Checks that what a classifier gives are probabilities: a saved network may end in something else than a softmax.
 *
 * @param rows row-major, `[n, nClasses]`
 * @throws {SerError} `model-corrupt`
 */
export function requireProbabilities(rows: Float32Array, nClasses: number): Float32Array {
  for (let start = 0; start < rows.length; start += nClasses) {
    let sum = 0;
    for (let i = start; i < start + nClasses; i++) {
      if (!(rows[i]! >= 0)) throw noProbabilities(`a value of ${rows[i]}`);
      sum += rows[i]!;
    }
    if (!(Math.abs(sum - 1) <= tolerance)) throw noProbabilities(`values with a sum of ${sum}`);
  }
  return rows;
}

function noProbabilities(found: string): RecognizerError {
  return new RecognizerError(
    'model-corrupt',
    `A classifier must give probabilities, at least 0 and with a sum of 1; this model gives ${found}. ` +
      'Check that its network ends in a softmax, and save it again.',
  );
}
