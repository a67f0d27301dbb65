/** Smaller probabilities count as this one, so that a single certain prediction cannot outweigh all others. */
const leastProbability = 1e-6;

/**
 * Running mean of a speaker's scores. A score is a log-probability; a constant added to the scores of all labels makes
 * no difference.
 *
 * Most of the error on a new voice or microphone is an offset of the scores that all its clips share. The mean over `k`
 * clips with any emotions estimates the offset; `k / (k + 2)` of it is subtracted, because the estimate from few clips
 * is uncertain.
 */
export class ScoreMean {
  readonly #sums: Float64Array;
  #weight = 0;

  constructor(nLabels: number) {
    this.#sums = new Float64Array(nLabels);
  }

  /** Sum of the weights of the clips added. */
  get weight(): number {
    return this.#weight;
  }

  /** @param weight of the clip; 1 for a clip with any emotion */
  add(probabilities: readonly number[], weight: number): void {
    probabilities.forEach((p, i) => (this.#sums[i]! += weight * score(p)));
    this.#weight += weight;
  }

  /** The probabilities without the offset: softmax of `score - mean * k / (k + 2)`. */
  center(probabilities: readonly number[]): number[] {
    const scores = probabilities.map((p, i) => score(p) - this.#sums[i]! / (this.#weight + 2));
    const largest = Math.max(...scores);
    const powers = scores.map((value) => Math.exp(value - largest));
    const sum = powers.reduce((total, power) => total + power, 0);
    return powers.map((power) => power / sum);
  }
}

function score(probability: number): number {
  return Math.log(Math.max(probability, leastProbability));
}
