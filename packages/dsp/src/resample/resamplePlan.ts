import { BlockResampler } from './blockResampler.js';
import type { ResampleQuality } from './lowPass.js';
import { PolyphaseResampler } from './polyphaseResampler.js';
import { ratioOf } from './ratioOf.js';
import type { Ratio, Resampler } from './resampler.js';

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
 * Changes the sample rate by the ratio of two whole numbers, through a low-pass filter: a sinc under a Kaiser window.
 *
 * With `to / from` = L / M in lowest terms, output sample i lies at input time i * M / L. Sample 0 stays at sample 0,
 * there is no delay, and a constant stays what it is. Before and after the input there is silence.
 *
 * Long inputs are filtered block by block through their spectra, where L and M have no prime factor above 7, as they
 * have for all usual rates; others by weighted sums, evaluated only where an output sample falls. Both are the same
 * filter, but for what its stop band lets through, which spectra leave out.
 *
 * @see J. O. Smith, Digital Audio Resampling Home Page, https://ccrma.stanford.edu/~jos/resample/
 *
 * @example
 * const plan = new ResamplePlan({ from: 48000, to: 16000 });
 * const output = new Float32Array(plan.outputLength(input.length));
 * plan.transform(input, output);
 */
export class ResamplePlan {
  private readonly ratio: Ratio;

  /** Made when first needed, as most plans see only long inputs or only short ones. */
  private blocks?: BlockResampler;
  private polyphase?: PolyphaseResampler;

  /** @throws {SerError} `invalid-option` for a rate or quality out of bounds */
  constructor(options: ResamplePlanOptions) {
    this.ratio = ratioOf(options);
  }

  /** Samples that come out for `nInput` going in: ceil(nInput * to / from). */
  outputLength(nInput: number): number {
    return Math.ceil((nInput * this.ratio.up) / this.ratio.down);
  }

  /**
   * Resamples `input` into `output`. Buffers and tables are made at first use, and kept.
   *
   * @param output filled to its end, usually of length `outputLength(input.length)`
   */
  transform(input: Float32Array, output: Float32Array): void {
    const longer = Math.max(input.length, this.outputLength(input.length));
    this.resamplerFor(longer).transform(input, output);
  }

  private resamplerFor(nSamples: number): Resampler {
    if (nSamples > BlockResampler.blockSize && BlockResampler.suits(this.ratio)) {
      return (this.blocks ??= new BlockResampler(this.ratio));
    }
    return (this.polyphase ??= new PolyphaseResampler(this.ratio));
  }
}
