import { requireOneOf } from '@ser/core';

/**
 * How the values of all classes become one number, as in scikit-learn:
 *
 * - `macro`: their mean; each class counts the same.
 * - `weighted`: their mean, weighted by the number of items of each class.
 * - `micro`: one ratio of the counts of all classes together.
 */
export type Average = 'macro' | 'weighted' | 'micro';

/** @throws {SerError} `invalid-option` unless `average` is one of `choices` or null */
export function requireAverage(average: Average | null, choices: readonly Average[]): void {
  requireOneOf('average', average, [...choices, null]);
}

/**
 * The mean of the values that are numbers, NaN left out; the plain mean where the weights of all of them are 0, and NaN
 * where all values are NaN.
 */
export function weightedMean(values: readonly number[], weights: readonly number[]): number {
  let [sum, weight, plainSum, count] = [0, 0, 0, 0];
  values.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    sum += weights[i]! * value;
    weight += weights[i]!;
    plainSum += value;
    count++;
  });
  return weight > 0 ? sum / weight : plainSum / count;
}
