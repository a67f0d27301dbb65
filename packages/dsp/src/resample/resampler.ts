import type { ResampleQuality } from './rateConversion.js';

/** `up` output samples for every `down` input samples, in lowest terms. */
export interface Ratio {
  readonly up: number;
  readonly down: number;
  readonly quality: ResampleQuality;
}

/** An algorithm for resampling. Sample 0 of the output is at the time of sample 0 of the input, which is padded with 0. */
export interface Resampler {
  /** Fills `output`. */
  transform(input: Float32Array, output: Float32Array): void;
}
