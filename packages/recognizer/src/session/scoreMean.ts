/** The least probability that counts, so that a single certain answer cannot outweigh all others. */
const leastProbability = 1e-6;

/**
 * A speaker's running mean score. A score is a log-probability: what differs from it by a constant for all labels makes
 * no difference.
 *
 * Most of a cold error on a new voice or microphone is an offset of the scores that is the same for all its clips. The
 * mean over `k` clips of whatever emotion shows the offset; `k / (k + 2)` of it is taken away, as few clips say little.
 */
export class ScoreMean {
  readonly #sums: Float64Array;
  #weight = 0;

  constructor(nLabels: number) {
    this.#sums = new Float64Array(nLabels);
  }

  /** How many clips' worth has been heard. */
  get weight(): number {
    return this.#weight;
  }

  /** @param weight how many clips it is worth */
  add(probabilities: readonly number[], weight: number): void {
    probabilities.forEach((p, i) => (this.#sums[i]! += weight * score(p)));
    this.#weight += weight;
  }

  /** The probabilities after the offset is taken away: softmax of `score - mean * k / (k + 2)`. */
  centre(probabilities: readonly number[]): number[] {
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
