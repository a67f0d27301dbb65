import { checkPair, momentsOf, type ValuePair } from './moments.js';

/**
 * Pearson's correlation coefficient, `cov / √(var(actual) · var(predicted))`, in `[-1, 1]`.
 *
 * @returns NaN if all actual or all predicted values are the same
 * @throws {SerError} `no-items`, `length-mismatch`
 * @see scipy.stats.pearsonr, https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.pearsonr.html
 *
 * @example
 * pearson({ actual: [1, 2, 3], predicted: [2, 3, 4] }); // 1
 */
export function pearson(pair: ValuePair): number {
  checkPair(pair);
  const { actualVariance, predictedVariance, covariance } = momentsOf(pair);
  return covariance / Math.sqrt(actualVariance * predictedVariance);
}
