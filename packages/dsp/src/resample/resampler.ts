import type { ResampleQuality } from './lowPass.js';

/** `up` output samples for every `down` input samples, in lowest terms. */
export interface Ratio {
  readonly up: number;
  readonly down: number;
  readonly quality: ResampleQuality;
}

/** A way to resample. Sample 0 stays at sample 0; before and after the input there is silence. */
export interface Resampler {
  /** Fills `output` to its end. */
  transform(input: Float32Array, output: Float32Array): void;
}
