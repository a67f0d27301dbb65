import { checkPair, type ValuePair } from './moments.js';

/**
 * Mean absolute error, in the unit of the values.
 *
 * @throws {SerError} `no-items`, `length-mismatch`
 * @see sklearn.metrics.mean_absolute_error,
 *   https://scikit-learn.org/stable/modules/generated/sklearn.metrics.mean_absolute_error.html
 *
 * @example
 * mae({ actual: [1, 2, 3], predicted: [2, 3, 4] }); // 1
 */
export function mae(pair: ValuePair): number {
  checkPair(pair);
  const { actual, predicted } = pair;
  let sum = 0;
  for (let i = 0; i < actual.length; i++) sum += Math.abs(actual[i]! - predicted[i]!);
  return sum / actual.length;
}
