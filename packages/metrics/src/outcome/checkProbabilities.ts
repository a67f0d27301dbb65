import { MetricsError } from '../errors.js';
import type { Outcome } from './outcome.js';

/** How far the sum of a row may be from 1: far above the rounding of 16-bit floats, far below any mistake. */
const tolerance = 1e-3;

/**
 * The probabilities of an outcome with checked labels.
 *
 * @returns shape `[nItems, nClasses]`, row-major
 * @throws {SerError} `no-probabilities`, `length-mismatch`, `invalid-probability`
 */
export function checkProbabilities({ actual, nClasses, probabilities }: Outcome): ArrayLike<number> {
  if (!probabilities) {
    throw new MetricsError(
      'no-probabilities',
      'This metric needs `probabilities`; the outcome has none. Pass the probabilities of the model.',
    );
  }
  if (probabilities.length !== actual.length * nClasses) {
    throw new MetricsError(
      'length-mismatch',
      `\`probabilities\` must have ${nClasses} values for each of the ${actual.length} items; got ${probabilities.length} values.`,
    );
  }
  for (let item = 0; item < actual.length; item++) checkRow(probabilities, item, nClasses);
  return probabilities;
}

function checkRow(probabilities: ArrayLike<number>, item: number, nClasses: number): void {
  let sum = 0;
  for (let label = 0; label < nClasses; label++) {
    const value = probabilities[item * nClasses + label]!;
    if (!(value >= 0 && value <= 1)) {
      throw new MetricsError(
        'invalid-probability',
        `\`probabilities\` must be in [0, 1]; got ${value} for item ${item}, class ${label}.`,
      );
    }
    sum += value;
  }
  if (Math.abs(sum - 1) > tolerance) {
    throw new MetricsError(
      'invalid-probability',
      `\`probabilities\` of item ${item} must sum to 1; got ${sum}. Pass probabilities, not logits.`,
    );
  }
}
