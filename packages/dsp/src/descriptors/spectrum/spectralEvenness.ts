import type { SpectralSums } from './spectralSums.js';

/**
 * How evenly power is spread: the logarithm of the geometric over the arithmetic mean.
 *
 * @see https://en.wikipedia.org/wiki/Spectral_flatness
 */
export function logFlatness({ power, logarithm }: SpectralSums, nBins: number): number {
  return logarithm / nBins - Math.log(power / nBins);
}

/** The entropy of the powers as probabilities, `-Σ p log p`, in nats. */
export function entropy({ power, entropy }: SpectralSums): number {
  return Math.log(power) - entropy / power;
}
