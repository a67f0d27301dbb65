import { invalidOption } from '@ser/core';
import { requireOneEach } from '../classifier/examples.js';
import { ClassifierError } from '../errors.js';
import type { Matrix } from '../matrix/matrix.js';

/** The largest difference of a row of probabilities from 1. */
const rounding = 1e-3;

/**
 * Targets of least squares for soft labels: `2 · p - 1`, which is +1 and -1 for a certain label.
 *
 * @param softLabels the probability of each class, row-major `[n, nClasses]`
 * @throws {SerError} `shape-mismatch` for another number of values; `invalid-option` for a row that does not sum to 1
 */
export function softTargets(softLabels: Float32Array, nRows: number, nClasses: number): Matrix {
  if (softLabels.length !== nRows * nClasses) {
    throw new ClassifierError(
      'shape-mismatch',
      `\`softLabels\` must have ${nClasses} probabilities for each of the ${nRows} examples; got ${softLabels.length} values.`,
    );
  }
  for (let row = 0; row < nRows; row++) {
    const ofRow = softLabels.subarray(row * nClasses, (row + 1) * nClasses);
    const sum = ofRow.reduce((total, value) => total + value, 0);
    if (Math.abs(sum - 1) < rounding && ofRow.every((value) => value >= 0)) continue;
    throw invalidOption(`softLabels[${row}]`, 'probabilities of at least 0 that sum to 1', ofRow.join(', '));
  }
  return { data: softLabels.map((value) => 2 * value - 1), nRows, nColumns: nClasses };
}

/** @throws {SerError} `shape-mismatch` unless there is one weight per example; `invalid-option` unless each is above 0 */
export function checkWeights(weights: Float64Array | undefined, nRows: number): void {
  requireOneEach('weights', weights, nRows);
  const wrong = weights?.findIndex((weight) => !(weight > 0 && weight < Infinity)) ?? -1;
  if (wrong >= 0) throw invalidOption(`weights[${wrong}]`, 'a number above 0', weights![wrong]);
}
