import type { Matrix } from '../matrix/matrix.js';

/** Scores and what they are of. */
export interface ScoredExamples {
  /** `[n, nClasses]` */
  readonly scores: Matrix;
  /** Class of each row. */
  readonly y: Int32Array;
}

const [least, greatest] = [1e-3, 1e3];

/**
 * The factor t that makes `softmax(t · score)` the best probabilities, between 0.001 and 1000: that of the least
 * cross-entropy from targets of `(n + 1) / (n + nClasses)` for the right class and `1 / (n + nClasses)` for each other,
 * where n is the number of examples. It does not change which class is the most probable.
 *
 * Targets of 1 and 0 have no best t where no answer is wrong, as on a speaker that was fitted to: the greater, the
 * better. With these, answers that are all alike, r of n right, are believed with `(r + 1) / (n + nClasses)`.
 *
 * The slope in t rises throughout, so that halving the interval (of its logarithm) finds where it is 0.
 *
 * @see Guo et al., 2017, https://arxiv.org/abs/1706.04599
 * @see on the targets, Platt, 1999, Probabilistic Outputs for Support Vector Machines; here for any number of classes,
 *   with https://en.wikipedia.org/wiki/Rule_of_succession
 */
export function fitTemperature(examples: readonly ScoredExamples[]): number {
  let [low, high] = [Math.log(least), Math.log(greatest)];
  for (let halving = 0; halving < 50; halving++) {
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

/** Derivative by t of the summed cross-entropy: the score expected, less that of the targets. */
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

/** Mean of scores, each weighted by its probability. */
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
