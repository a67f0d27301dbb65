import { BlockResampler } from './blockResampler.js';
import { PolyphaseResampler } from './polyphaseResampler.js';
import type { RateConversion } from './rateConversion.js';
import { ratioOf } from './ratioOf.js';
import type { Ratio, Resampler } from './resampler.js';

/**
 * Changes the sample rate by the ratio of two integers, with a Kaiser-windowed sinc as the low-pass filter.
 *
 * With `to / from` = L / M in lowest terms, output sample i is at input time i * M / L. Sample 0 stays sample 0, there is
 * no delay, and a constant stays constant. The input is padded with zeros.
 *
 * Long inputs are filtered block by block in the frequency domain if L and M have no prime factor above 7, which is true
 * for all common rates; other inputs by weighted sums, computed only at the output samples. Both use the same filter; the
 * results differ by what the stop band lets through.
 *
 * @see J. O. Smith, Digital Audio Resampling Home Page, https://ccrma.stanford.edu/~jos/resample/
 */
export class ResamplePlan {
  readonly #ratio: Ratio;

  /** Created on first use, because most plans need only one of them. */
  #blocks?: BlockResampler;
  #polyphase?: PolyphaseResampler;

  /** @throws {SerError} `invalid-option` */
  constructor(options: RateConversion) {
    this.#ratio = ratioOf(options);
  }

  /** Number of output samples for `nInput` input samples: ceil(nInput * to / from). */
  outputLength(nInput: number): number {
    return Math.ceil((nInput * this.#ratio.up) / this.#ratio.down);
  }

  /**
   * Resamples `input` into `output`.
   *
   * @param output filled, usually of length `outputLength(input.length)`
   */
  transform(input: Float32Array, output: Float32Array): void {
    this.#resamplerFor(input.length).transform(input, output);
  }

  /** Whether an input of this length is resampled in blocks. */
  isForBlocks(nInput: number): boolean {
    const longer = Math.max(nInput, this.outputLength(nInput));
    return longer > BlockResampler.blockSize && this.suitsBlocks;
  }

  /** Whether long inputs are resampled in blocks. */
  get suitsBlocks(): boolean {
    return BlockResampler.suits(this.#ratio);
  }

  get blocks(): BlockResampler {
    return (this.#blocks ??= new BlockResampler(this.#ratio));
  }

  #resamplerFor(nInput: number): Resampler {
    if (this.isForBlocks(nInput)) return this.blocks;
    return (this.#polyphase ??= new PolyphaseResampler(this.#ratio));
  }
}
