import { LowPass } from './lowPass.js';
import type { Ratio, Resampler } from './resampler.js';
import { fourWeightedSums, weightedSum } from './weightedSum.js';

/**
 * Resamples by weighted sums, for any ratio and any input length.
 *
 * Output sample i is at input time i * down / up. There are `up` such times (phases) between two input samples, each with
 * its own weights, which outputs at a distance of `up` share.
 */
export class PolyphaseResampler implements Resampler {
  readonly #up: number;
  readonly #down: number;
  readonly #filter: LowPass;
  readonly #weights: Float64Array;

  constructor({ up, down, quality }: Ratio) {
    this.#up = up;
    this.#down = down;
    this.#filter = new LowPass({ nPhases: up, bandwidth: Math.min(1, up / down), quality });
    this.#weights = new Float64Array(this.#filter.nTaps);
  }

  transform(input: Float32Array, output: Float32Array): void {
    const up = this.#up;
    const nPhases = Math.min(up, output.length);
    for (let start = 0; start < nPhases; start++) {
      const time = start * this.#down;
      this.#filter.weights(time % up, this.#weights);
      this.#transformPhase(input, output, start, Math.floor(time / up) - this.#filter.nTaps / 2 + 1);
    }
  }

  /** Computes the outputs `start`, `start + up`, …; the first depends on input samples from `first` on. */
  #transformPhase(input: Float32Array, output: Float32Array, start: number, first: number): void {
    const up = this.#up;
    const down = this.#down;
    const weights = this.#weights;
    const lastOfFour = { output: output.length - 3 * up, input: input.length - 3 * down - weights.length };
    let i = start;
    for (; i < output.length && first < 0; i += up, first += down) {
      output[i] = weightedSum(weights, input, first);
    }
    for (; i < lastOfFour.output && first <= lastOfFour.input; i += 4 * up, first += 4 * down) {
      fourWeightedSums(weights, { input, first, step: down }, { output, start: i, step: up });
    }
    for (; i < output.length; i += up, first += down) {
      output[i] = weightedSum(weights, input, first);
    }
  }
}
