import type { Optimizer } from './optimizer.js';

export interface AdamOptions {
  /**
   * Step size, > 0.
   *
   * @default 0.001
   */
  readonly learningRate?: number | undefined;
  /**
   * Decay of the mean of gradients, in [0, 1).
   *
   * @default 0.9
   */
  readonly beta1?: number;
  /**
   * Decay of the mean of squared gradients, in [0, 1).
   *
   * @default 0.999
   */
  readonly beta2?: number;
  /**
   * Added to the root of the mean square, > 0.
   *
   * @default 1e-7
   */
  readonly epsilon?: number;
}

/**
 * Adam with the defaults and the arithmetic of Keras: the bias correction goes into the step size, and
 * epsilon is added before it ("epsilon hat" of the paper, section 2).
 *
 * @see Kingma and Ba, 2014, https://arxiv.org/abs/1412.6980
 * @see keras.optimizers.Adam, https://keras.io/api/optimizers/adam/
 */
export class Adam implements Optimizer {
  readonly #learningRate: number;
  readonly #beta1: number;
  readonly #beta2: number;
  readonly #epsilon: number;
  readonly #means: Float32Array[] = [];
  readonly #squares: Float32Array[] = [];
  #step = 0;
  #stepSize = 0;

  constructor({ learningRate = 1e-3, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 }: AdamOptions = {}) {
    this.#learningRate = learningRate;
    this.#beta1 = beta1;
    this.#beta2 = beta2;
    this.#epsilon = epsilon;
  }

  nextStep(learningRate = this.#learningRate): void {
    this.#step++;
    const correction = Math.sqrt(1 - this.#beta2 ** this.#step) / (1 - this.#beta1 ** this.#step);
    this.#stepSize = learningRate * correction;
  }

  update(slot: number, weights: Float32Array, gradient: Float32Array): void {
    const means = (this.#means[slot] ??= new Float32Array(weights.length));
    const squares = (this.#squares[slot] ??= new Float32Array(weights.length));
    const toMean = 1 - this.#beta1;
    const toSquare = 1 - this.#beta2;
    const stepSize = this.#stepSize;
    const epsilon = this.#epsilon;
    for (let i = 0; i < weights.length; i++) {
      const slope = gradient[i]!;
      const mean = means[i]! + (slope - means[i]!) * toMean;
      const square = squares[i]! + (slope * slope - squares[i]!) * toSquare;
      means[i] = mean;
      squares[i] = square;
      weights[i] = weights[i]! - (stepSize * mean) / (Math.sqrt(square) + epsilon);
    }
  }
}
