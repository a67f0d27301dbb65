/** A convex loss of scores, summed over examples. */
export interface ScoreLoss {
  /** Whether the penalty on the weights includes the biases. */
  readonly penalizesBias: boolean;
  /**
   * Writes the derivative with respect to each score.
   *
   * @param scores row-major, `[n, nClasses]`
   * @param y class of each example
   */
  derive(scores: Float64Array, y: Int32Array, derivatives: Float64Array): void;
}

/** Cross-entropy of the softmax: `-log(softmax(scores)[class])`. */
export const softmaxLoss: ScoreLoss = {
  penalizesBias: false,
  derive(scores, y, derivatives) {
    const nClasses = scores.length / y.length;
    for (let row = 0; row < y.length; row++) {
      const start = row * nClasses;
      const end = start + nClasses;
      let highest = -Infinity;
      for (let i = start; i < end; i++) highest = Math.max(highest, scores[i]!);
      let sum = 0;
      for (let i = start; i < end; i++) sum += derivatives[i] = Math.exp(scores[i]! - highest);
      for (let i = start; i < end; i++) derivatives[i]! /= sum;
      derivatives[start + y[row]!]! -= 1;
    }
  },
};

/** Squared hinge of each class against the others: `Σ max(0, 1 - target · score)²` with targets +1 and -1. */
export const squaredHingeLoss: ScoreLoss = {
  penalizesBias: true,
  derive(scores, y, derivatives) {
    const nClasses = scores.length / y.length;
    for (let row = 0; row < y.length; row++) {
      const own = row * nClasses + y[row]!;
      for (let i = row * nClasses; i < (row + 1) * nClasses; i++) {
        const target = i === own ? 1 : -1;
        derivatives[i] = -2 * target * Math.max(0, 1 - target * scores[i]!);
      }
    }
  },
};
