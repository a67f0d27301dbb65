import type { Convolution } from './modelConfig.js';

/** Number of positions of a waveform, as `_get_feat_extract_output_lengths` of `transformers`; 0 if it is too short. */
export function positionsOf(nSamples: number, convolutions: readonly Convolution[]): number {
  const length = convolutions.reduce(
    (n, { kernel, stride }) => Math.floor((n - kernel) / stride) + 1,
    nSamples,
  );
  return Math.max(0, length);
}

/** Samples from one position to the next: 320 of the usual models, 20 ms. */
export function hopOf(convolutions: readonly Convolution[]): number {
  return convolutions.reduce((product, { stride }) => product * stride, 1);
}

/** Samples that one position depends on: 400 of the usual models, 25 ms. */
export function receptiveFieldOf(convolutions: readonly Convolution[]): number {
  return convolutions.reduceRight((length, { kernel, stride }) => (length - 1) * stride + kernel, 1);
}
