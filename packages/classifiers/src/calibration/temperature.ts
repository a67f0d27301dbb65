import type { Matrix } from '../matrix/matrix.js';

/** Scores of examples, and their classes. */
export interface ScoredExamples {
  /** `[n, nClasses]` */
  readonly scores: Matrix;
  /** Class of each row. */
  readonly y: Int32Array;
}

const [least, greatest] = [1e-3, 1e3];

/**
 * Fits the factor t, between 0.001 and 1000, that calibrates `softmax(t · score)`: it minimizes the cross-entropy with
 * targets of `(n + 1) / (n + nClasses)` for the true class and `1 / (n + nClasses)` for each other class, where n is the
 * number of examples. The most probable class does not change.
 *
 * With targets of 1 and 0 there is no best t when every prediction is right: the larger, the better. With the smoothed
 * targets, n equal predictions of which r are right get the probability `(r + 1) / (n + nClasses)`.
 *
 * The slope in t never decreases, so bisection (of its logarithm) finds the minimum.
 *
 * @see Guo et al., "On Calibration of Modern Neural Networks", 2017, https://arxiv.org/abs/1706.04599
 * @see for the targets: Platt, "Probabilistic Outputs for Support Vector Machines", 1999; here for any number of classes,
 *   with https://en.wikipedia.org/wiki/Rule_of_succession
 */
export function fitTemperature(examples: readonly ScoredExamples[]): number {
  let [low, high] = [Math.log(least), Math.log(greatest)];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (slope(examples, Math.exp(middle)) < 0) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** `softmax(t · score)` of each row. */
export function probabilitiesOf({ data, nRows, nColumns }: Matrix, t: number): Float32Array {
  const probabilities = new Float32Array(data.length);
  for (let row = 0; row < nRows; row++) {
    const scores = data.subarray(row * nColumns, (row + 1) * nColumns);
    const highest = Math.max(...scores);
    const weights = Array.from(scores, (score) => Math.exp(t * (score - highest)));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    weights.forEach((weight, label) => (probabilities[row * nColumns + label] = weight / total));
  }
  return probabilities;
}

/** Derivative of the summed cross-entropy with respect to t: the expected score minus that of the targets. */
function slope(examples: readonly ScoredExamples[], t: number): number {
  const n = examples.reduce((count, { y }) => count + y.length, 0);
  let sum = 0;
  for (const { scores, y } of examples) {
    const { data, nColumns } = scores;
    y.forEach((label, row) => {
      const ofRow = data.subarray(row * nColumns, (row + 1) * nColumns);
      const targetScore = (n * ofRow[label]! + sumOf(ofRow)) / (n + nColumns);
      sum += expectedScore(ofRow, t) - targetScore;
    });
  }
  return sum;
}

function sumOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Mean of the scores, weighted by their probabilities. */
function expectedScore(scores: Float32Array, t: number): number {
  const highest = scores.reduce((greater, score) => Math.max(greater, score), -Infinity);
  let [total, sum] = [0, 0];
  for (const score of scores) {
    const weight = Math.exp(t * (score - highest));
    total += weight;
    sum += weight * score;
  }
  return sum / total;
}
