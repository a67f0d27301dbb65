import { nextTurn, shuffledIndices } from '@ser/core';
import type { GaussianMixture } from './gaussianMixture.js';
import { MixtureSums } from './mixtureSums.js';
import { Responsibilities } from './responsibilities.js';

export interface ExpectationMaximizationOptions {
  /**
   * Largest number of steps.
   *
   * @default 25
   */
  readonly maxSteps?: number;
  /**
   * Steps end when the mean log-density rises by less than this; scikit-learn's `tol`.
   *
   * @default 1e-3
   */
  readonly tolerance?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Lower bound of the variances. */
const leastVariance = 1e-3;
/** Lower bound of the weights. */
const leastWeight = 1e-6;
/** A component with this many frames or fewer keeps its mean and variances. */
const noFrames = 1e-6;

/**
 * Fits a mixture to frames by expectation maximization: each step assigns every frame to the Gaussians by their
 * probabilities, then sets each Gaussian's weight, mean, and variances to those of its frames.
 *
 * @param frames `[n, nDimensions]`
 * @see A. Dempster, N. Laird, D. Rubin, "Maximum likelihood from incomplete data via the EM algorithm", 1977,
 * https://doi.org/10.1111/j.2517-6161.1977.tb01600.x
 */
export async function expectationMaximization(
  start: GaussianMixture,
  frames: Float64Array,
  { maxSteps = 25, tolerance = 1e-3, signal }: ExpectationMaximizationOptions = {},
): Promise<GaussianMixture> {
  let mixture = start;
  let before = -Infinity;
  for (let step = 0; step < maxSteps; step++) {
    signal?.throwIfAborted();
    const { next, logDensity } = stepFrom(mixture, frames);
    mixture = next;
    if (logDensity - before < tolerance) break;
    before = logDensity;
    await nextTurn();
  }
  return mixture;
}

/** A mixture to start from: Gaussians of equal weight around random frames, with the variances of all frames. */
export function randomMixture(
  frames: Float64Array,
  { nComponents, nDimensions, seed }: { nComponents: number; nDimensions: number; seed: number },
): GaussianMixture {
  const n = frames.length / nDimensions;
  const centers = shuffledIndices(n, seed).subarray(0, nComponents);
  const means = new Float64Array(nComponents * nDimensions);
  centers.forEach((frame, k) =>
    means.set(frames.subarray(frame * nDimensions, (frame + 1) * nDimensions), k * nDimensions),
  );
  const spread = variancesOf(frames, nDimensions);
  return {
    weights: new Float64Array(nComponents).fill(1 / nComponents),
    means,
    variances: means.map((_, i) => spread[i % nDimensions]!),
  };
}

function stepFrom(mixture: GaussianMixture, frames: Float64Array) {
  const responsibilities = new Responsibilities(mixture);
  const { nDimensions } = responsibilities;
  const sums = new MixtureSums(responsibilities);
  const n = frames.length / nDimensions;
  let total = 0;
  for (let offset = 0; offset < frames.length; offset += nDimensions) total += sums.add(frames, offset);
  return { next: maximized(mixture, sums, n), logDensity: total / n };
}

function maximized(
  mixture: GaussianMixture,
  { counts, sums, squares }: MixtureSums,
  n: number,
): GaussianMixture {
  const nDimensions = sums.length / counts.length;
  const weights = counts.map((count) => Math.max(leastWeight, count / n));
  const countOf = (i: number) => counts[Math.floor(i / nDimensions)]!;
  const means = sums.map((sum, i) => (countOf(i) > noFrames ? sum / countOf(i) : mixture.means[i]!));
  const variances = squares.map((square, i) =>
    countOf(i) > noFrames
      ? Math.max(leastVariance, square / countOf(i) - means[i]! ** 2)
      : mixture.variances[i]!,
  );
  return { weights, means, variances };
}

function variancesOf(frames: Float64Array, nDimensions: number): Float64Array {
  const n = frames.length / nDimensions;
  const sums = new Float64Array(nDimensions);
  const squares = new Float64Array(nDimensions);
  for (let i = 0; i < frames.length; i++) {
    sums[i % nDimensions]! += frames[i]!;
    squares[i % nDimensions]! += frames[i]! ** 2;
  }
  return squares.map((square, i) => Math.max(leastVariance, square / n - (sums[i]! / n) ** 2));
}
