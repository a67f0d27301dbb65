import { requireInteger } from '@ser/core';
import { MetricsError } from '../errors.js';
import { checkLabels } from './checkLabels.js';
import { checkProbabilities } from './checkProbabilities.js';
import type { Outcome } from './outcome.js';

export interface OutcomeOptions {
  /**
   * Number of classes, at least 1; needed only where there are no items.
   *
   * @default the number of probabilities divided by the number of items
   */
  readonly nClasses?: number;
}

/**
 * The outcome of a model that gives probabilities: the predicted class of each item is its most probable one; of equals,
 * the first.
 *
 * @param y the true class of each item, `0 … nClasses - 1`, shape `[nItems]`
 * @param probabilities row-major, shape `[nItems, nClasses]`, as `data()` of a TensorFlow.js prediction
 * @throws {SerError} `length-mismatch`, `invalid-class`, `invalid-probability`, `invalid-option`; `no-items` where the
 * number of classes is unknown
 *
 * @example
 * outcomeOf([0, 1], [0.75, 0.25, 0.5, 0.5]); // predicted: [0, 0], nClasses: 2
 */
export function outcomeOf(
  y: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  options: OutcomeOptions = {},
): Outcome {
  const nClasses = options.nClasses ?? inferClasses(y.length, probabilities.length);
  requireInteger('nClasses', nClasses, { min: 1, max: 2 ** 16 });
  const predicted = Int32Array.from(y, (_, item) => mostProbable(probabilities, item * nClasses, nClasses));
  const outcome = { actual: y, predicted, nClasses, probabilities };
  checkLabels(outcome);
  checkProbabilities(outcome);
  return outcome;
}

function inferClasses(nItems: number, nProbabilities: number): number {
  if (nItems === 0) {
    throw new MetricsError('no-items', '`y` is empty, so the number of classes is unknown. Pass `nClasses`.');
  }
  if (nProbabilities === 0 || nProbabilities % nItems !== 0) {
    throw new MetricsError(
      'length-mismatch',
      `\`probabilities\` must have a row for each of the ${nItems} items; got ${nProbabilities} values.`,
    );
  }
  return nProbabilities / nItems;
}

/** Index of the largest value of a row; of equals, the first. */
function mostProbable(probabilities: ArrayLike<number>, begin: number, length: number): number {
  let best = 0;
  for (let label = 1; label < length; label++) {
    if (probabilities[begin + label]! > probabilities[begin + best]!) best = label;
  }
  return best;
}
