import { LowPass } from './lowPass.js';
import type { Ratio, Resampler } from './resampler.js';
import { fourWeightedSums, weightedSum } from './weightedSum.js';

/**
 * Resamples by weighted sums, for any ratio and inputs of any length.
 *
 * Output sample i lies at input time i * down / up. Between two input samples there are `up` such moments (phases),
 * each with its own weights; outputs `up` apart share them.
 */
export class PolyphaseResampler implements Resampler {
  private readonly up: number;
  private readonly down: number;
  private readonly filter: LowPass;
  private readonly weights: Float64Array;

  constructor({ up, down, quality }: Ratio) {
    this.up = up;
    this.down = down;
    this.filter = new LowPass({ nPhases: up, bandwidth: Math.min(1, up / down), quality });
    this.weights = new Float64Array(this.filter.nTaps);
  }

  transform(input: Float32Array, output: Float32Array): void {
    const { up, down, filter, weights } = this;
    const nPhases = Math.min(up, output.length);
    for (let start = 0; start < nPhases; start++) {
      const time = start * down;
      filter.weights(time % up, weights);
      this.transformPhase(input, output, start, Math.floor(time / up) - filter.nTaps / 2 + 1);
    }
  }

  /** The outputs `start`, `start + up`, ..., of which the first begins with input sample `first`. */
  private transformPhase(input: Float32Array, output: Float32Array, start: number, first: number): void {
    const { up, down, weights } = this;
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
