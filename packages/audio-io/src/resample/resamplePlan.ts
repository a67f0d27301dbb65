import { AudioError } from '../errors.js';
import { LowPass, type ResampleQuality } from './lowPass.js';
import { fourWeightedSums, weightedSum } from './weightedSum.js';

/** From which rate to which, and how well. */
export interface ResamplePlanOptions {
  /** Rate of the input, a whole number of Hz. */
  readonly from: number;

  /** Rate of the output, a whole number of Hz, at most 256 times more or less than `from`. */
  readonly to: number;

  /**
   * How many zero crossings of the sinc are kept on each side: 16 (`fast`), 32 (`high`) or 64 (`best`).
   * Measured, with frequencies as parts of the lower of the two Nyquist frequencies:
   *
   * |        | within 0.1 dB up to | aliases of tones above 1.1 |
   * | ------ | ------------------- | -------------------------- |
   * | `fast` | 0.77                | below -86 dB               |
   * | `high` | 0.88                | below -102 dB              |
   * | `best` | 0.90                | below -146 dB              |
   *
   * @default 'high'
   */
  readonly quality?: ResampleQuality;
}

/**
 * Changes the sample rate by the ratio of two whole numbers: a low-pass filter (a sinc under a Kaiser window)
 * evaluated only where an output sample falls.
 *
 * With `to / from` = L / M in lowest terms, output sample i lies at input time i * M / L. Between two input
 * samples there are L such moments (phases), each with its own weights; outputs L apart share them. Sample 0
 * stays at sample 0, there is no delay, and the weights of a phase sum to 1, so that a constant stays what it
 * is. Before and after the input there is silence.
 *
 * @see J. O. Smith, Digital Audio Resampling Home Page, https://ccrma.stanford.edu/~jos/resample/
 *
 * @example
 * const plan = new ResamplePlan({ from: 48000, to: 16000 });
 * const output = new Float32Array(plan.outputLength(input.length));
 * plan.transform(input, output);
 */
export class ResamplePlan {
  private readonly up: number;
  private readonly down: number;
  private readonly filter: LowPass;
  private readonly weights: Float64Array;

  /** @throws {AudioError} `invalid-option` for a rate or quality out of bounds */
  constructor({ from, to, quality = 'high' }: ResamplePlanOptions) {
    requireRates(from, to);
    const divisor = greatestCommonDivisor(from, to);
    this.up = to / divisor;
    this.down = from / divisor;
    this.filter = new LowPass({ nPhases: this.up, bandwidth: Math.min(1, to / from), quality });
    this.weights = new Float64Array(this.filter.nTaps);
  }

  /** Samples that come out for `nInput` going in: ceil(nInput * to / from). */
  outputLength(nInput: number): number {
    return Math.ceil((nInput * this.up) / this.down);
  }

  /**
   * Resamples `input` into `output`, allocating no buffers.
   *
   * @param output filled to its end, usually of length `outputLength(input.length)`
   */
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

function requireRates(from: number, to: number): void {
  for (const rate of [from, to]) {
    if (Number.isInteger(rate) && rate >= 1) continue;
    throw new AudioError(
      'invalid-option',
      `Expected sample rates to be whole numbers of Hz >= 1, got \`${rate}\` in ${from} Hz to ${to} Hz.`,
    );
  }
  if (to > 256 * from || from > 256 * to) {
    throw new AudioError(
      'invalid-option',
      `Expected sample rates within a factor of 256 of each other, got ${from} Hz to ${to} Hz. Check both.`,
    );
  }
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
