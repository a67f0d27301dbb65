import { checkPair, momentsOf, type ValuePair } from './moments.js';

/**
 * Lin's concordance correlation coefficient, `2 · cov / (var(actual) + var(predicted) + (difference of means)²)`, in
 * `[-1, 1]`: 1 for equal values; other than a correlation, it is lower for predictions with another mean or spread.
 * Variances are divided by n.
 *
 * @returns NaN if all values of both are the same
 * @throws {SerError} `no-items`, `length-mismatch`
 * @see Lin 1989, https://doi.org/10.2307/2532051
 *
 * @example
 * ccc({ actual: [1, 2, 3], predicted: [2, 3, 4] }); // 0.571: correlated, but all 1 too high
 */
export function ccc(pair: ValuePair): number {
  checkPair(pair);
  const { actualMean, predictedMean, actualVariance, predictedVariance, covariance } = momentsOf(pair);
  return (2 * covariance) / (actualVariance + predictedVariance + (actualMean - predictedMean) ** 2);
}
