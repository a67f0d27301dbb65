import type { SpectralSums } from './spectralSums.js';

/**
 * The logarithm of spectral flatness: the geometric mean over the arithmetic mean of the powers.
 *
 * @see https://en.wikipedia.org/wiki/Spectral_flatness
 */
export function logFlatness({ power, logarithm }: SpectralSums, nBins: number): number {
  return logarithm / nBins - Math.log(power / nBins);
}

/** Spectral entropy: the entropy of the powers as probabilities, `-Σ p log p`, in nats. */
export function entropy({ power, entropy }: SpectralSums): number {
  return Math.log(power) - entropy / power;
}
