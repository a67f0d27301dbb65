import type { SpectralSums } from './spectralSums.js';

/**
 * The moments of the power spectrum as a distribution over frequency: centroid and bandwidth (mean and standard
 * deviation, in Hz), skewness, and the natural logarithm of the kurtosis.
 *
 * @param powers of each bin, above 0
 * @param sums of the powers
 * @param output filled, of shape `[4]`
 * @see https://en.wikipedia.org/wiki/Spectral_centroid
 */
export function spectralMoments(
  powers: Float64Array,
  frequencies: Float64Array,
  sums: SpectralSums,
  output: Float64Array,
): void {
  const total = sums.power;
  const centroid = sums.frequency / total;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let k = 0; k < powers.length; k++) {
    const distance = frequencies[k]! - centroid;
    const share = powers[k]! * distance * distance;
    second += share;
    third += share * distance;
    fourth += share * distance * distance;
  }
  const variance = second / total;
  const bandwidth = Math.sqrt(variance);
  output[0] = centroid;
  output[1] = bandwidth;
  output[2] = third / total / (variance * bandwidth);
  output[3] = Math.log(fourth / total / (variance * variance));
}
