import type { Optimizer } from './optimizer.js';

export interface SgdOptions {
  /**
   * Step size, > 0.
   *
   * @default 0.01
   */
  readonly learningRate?: number | undefined;
}

/**
 * Plain stochastic gradient descent, with the default of Keras.
 *
 * @see keras.optimizers.SGD, https://keras.io/api/optimizers/sgd/
 */
export class Sgd implements Optimizer {
  readonly #learningRate: number;
  #stepSize = 0;

  constructor({ learningRate = 0.01 }: SgdOptions = {}) {
    this.#learningRate = learningRate;
  }

  nextStep(learningRate = this.#learningRate): void {
    this.#stepSize = learningRate;
  }

  update(_slot: number, weights: Float32Array, gradient: Float32Array): void {
    for (let i = 0; i < weights.length; i++) weights[i] = weights[i]! - this.#stepSize * gradient[i]!;
  }
}
