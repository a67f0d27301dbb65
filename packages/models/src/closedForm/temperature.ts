import type { Matrix } from './matrix.js';

/** Scores and what they are of. */
export interface ScoredExamples {
  /** `[n, nClasses]` */
  readonly scores: Matrix;
  /** Class of each row. */
  readonly y: Int32Array;
}

const [least, greatest] = [1e-3, 1e3];

/**
 * The factor t that makes `softmax(t · score)` the best probabilities: the one of the least mean cross-entropy, between
 * 0.001 and 1000, where no answer is wrong the least that float64 cannot tell from certainty. It does not change which
 * class is the most probable.
 *
 * The slope in t rises throughout, so that halving the interval (of its logarithm) finds where it is 0.
 *
 * @see Guo et al., 2017, https://arxiv.org/abs/1706.04599
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

/** Derivative by t of the summed cross-entropy: the score expected, less that of the right class. */
function slope(examples: readonly ScoredExamples[], t: number): number {
  let sum = 0;
  for (const { scores, y } of examples) {
    const { data, nColumns } = scores;
    y.forEach((label, row) => {
      const ofRow = data.subarray(row * nColumns, (row + 1) * nColumns);
      sum += expectedScore(ofRow, t) - ofRow[label]!;
    });
  }
  return sum;
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
