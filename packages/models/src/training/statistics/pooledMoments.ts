/** Mean and population variance of each channel. */
export interface Moments {
  readonly mean: Float32Array;
  readonly variance: Float32Array;
}

/**
 * Mean and variance over several batches, combined from those of each batch: exactly those of all their values. The
 * formula subtracts means, not squares, so a large mean does not reduce the precision.
 *
 * @see Chan, Golub and LeVeque, 1979, https://en.wikipedia.org/wiki/Algorithms_for_calculating_variance
 */
export class PooledMoments {
  #nExamples = 0;
  #mean = new Float64Array();
  /** Sum of squared differences from the mean. */
  #squares = new Float64Array();

  /** @param nExamples number of examples of the moments */
  add({ mean, variance }: Moments, nExamples: number): void {
    if (this.#nExamples === 0) {
      this.#mean = new Float64Array(mean.length);
      this.#squares = new Float64Array(mean.length);
    }
    const total = this.#nExamples + nExamples;
    for (let i = 0; i < mean.length; i++) {
      const difference = mean[i]! - this.#mean[i]!;
      this.#mean[i]! += (difference * nExamples) / total;
      this.#squares[i]! += nExamples * (variance[i]! + (difference ** 2 * this.#nExamples) / total);
    }
    this.#nExamples = total;
  }

  get moments(): Moments {
    return {
      mean: Float32Array.from(this.#mean),
      variance: Float32Array.from(this.#squares, (sum) => sum / this.#nExamples),
    };
  }
}
