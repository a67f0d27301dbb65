import { MetricsError } from '../errors.js';

/** Actual and predicted values of the same items, such as valence. */
export interface ValuePair {
  readonly actual: ArrayLike<number>;
  readonly predicted: ArrayLike<number>;
}

/** Means, variances, and the covariance of a pair, each divided by the number of items. */
export interface Moments {
  readonly actualMean: number;
  readonly predictedMean: number;
  readonly actualVariance: number;
  readonly predictedVariance: number;
  readonly covariance: number;
}

/** @throws {SerError} `no-items`, `length-mismatch` */
export function checkPair({ actual, predicted }: ValuePair): void {
  if (actual.length === 0) {
    throw new MetricsError('no-items', '`actual` must have at least one value; got none. Give some values.');
  }
  if (actual.length === predicted.length) return;
  throw new MetricsError(
    'length-mismatch',
    `\`predicted\` must have one value for each of the ${actual.length} in \`actual\`; got ${predicted.length}.`,
  );
}

/** Two passes, so that large means do not cancel. */
export function momentsOf({ actual, predicted }: ValuePair): Moments {
  const actualMean = meanOf(actual);
  const predictedMean = meanOf(predicted);
  let [actualVariance, predictedVariance, covariance] = [0, 0, 0];
  for (let i = 0; i < actual.length; i++) {
    const a = actual[i]! - actualMean;
    const p = predicted[i]! - predictedMean;
    actualVariance += (a * a) / actual.length;
    predictedVariance += (p * p) / actual.length;
    covariance += (a * p) / actual.length;
  }
  return { actualMean, predictedMean, actualVariance, predictedVariance, covariance };
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
