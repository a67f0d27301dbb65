import type { GaussianMixture } from './gaussianMixture.js';

/**
 * Components less likely than this fraction of the likeliest one are ignored, and their computation stops early. VLFeat
 * computes all responsibilities, and ignores those below the same 1e-6.
 *
 * @see `vl_fisher_encode`, https://www.vlfeat.org/api/fisher-fundamentals.html
 */
const negligibleShare = 1e-6;
const reach = -Math.log(negligibleShare);

/**
 * The probability that each Gaussian of a mixture generated a frame. The computation of negligible Gaussians stops after a
 * few dimensions; the result does not depend on earlier frames.
 */
export class Responsibilities {
  readonly nComponents: number;
  readonly nDimensions: number;
  /** Indices of the components that are not negligible for the last frame, ascending; `count` of them. */
  readonly components: Int32Array;
  /** Their probabilities given the frame. */
  readonly values: Float64Array;
  count = 0;
  readonly #means: Float64Array;
  /** Half the inverse variances. */
  readonly #precisions: Float64Array;
  /** Logarithm of each component's weighted density at its mean. */
  readonly #peaks: Float64Array;
  readonly #logDensities: Float64Array;
  /** The likeliest component of the last frame; it is usually also that of the next. */
  #likeliest = 0;

  constructor({ weights, means, variances }: GaussianMixture) {
    this.nComponents = weights.length;
    this.nDimensions = means.length / weights.length;
    this.components = new Int32Array(weights.length);
    this.values = new Float64Array(weights.length);
    this.#means = means;
    this.#precisions = variances.map((variance) => 0.5 / variance);
    this.#peaks = weights.map((weight, k) => Math.log(weight) - this.#logVolume(variances, k));
    this.#logDensities = new Float64Array(weights.length);
  }

  /**
   * Reads the frame that starts at `offset`. Allocates nothing.
   *
   * @returns the logarithm of the mixture's density at this frame
   */
  read(frames: Float64Array, offset: number): number {
    const logDensities = this.#logDensities;
    let likeliest = this.#likeliest;
    let highest = this.#logDensity(likeliest, frames, offset, -Infinity);
    logDensities[likeliest] = highest;
    for (let k = 0; k < this.nComponents; k++) {
      if (k === this.#likeliest) continue;
      const logDensity = this.#logDensity(k, frames, offset, highest - reach);
      logDensities[k] = logDensity;
      if (logDensity > highest) {
        highest = logDensity;
        likeliest = k;
      }
    }
    this.#likeliest = likeliest;
    return highest + Math.log(this.#normalize(highest));
  }

  /** The log-density of a frame under a component; `-Infinity` if it is certain to be below `least`. */
  #logDensity(k: number, frames: Float64Array, offset: number, least: number): number {
    const means = this.#means;
    const precisions = this.#precisions;
    const last = (k + 1) * this.nDimensions;
    let logDensity = this.#peaks[k]!;
    let at = k * this.nDimensions;
    let from = offset;
    // Four terms at a time: in one sum, each addition would wait for the one before.
    for (; at + 4 <= last; at += 4, from += 4) {
      const a = frames[from]! - means[at]!;
      const b = frames[from + 1]! - means[at + 1]!;
      const c = frames[from + 2]! - means[at + 2]!;
      const d = frames[from + 3]! - means[at + 3]!;
      const first = a * a * precisions[at]! + b * b * precisions[at + 1]!;
      logDensity -= first + (c * c * precisions[at + 2]! + d * d * precisions[at + 3]!);
      if (logDensity < least) return -Infinity;
    }
    for (; at < last; at++, from++) logDensity -= (frames[from]! - means[at]!) ** 2 * precisions[at]!;
    return logDensity;
  }

  /** Writes the responsibilities that are not negligible; returns the sum of densities, relative to the highest. */
  #normalize(highest: number): number {
    let total = 0;
    this.count = 0;
    for (let k = 0; k < this.nComponents; k++) {
      const logShare = this.#logDensities[k]! - highest;
      if (logShare < -reach) continue;
      const share = Math.exp(logShare);
      this.components[this.count] = k;
      this.values[this.count++] = share;
      total += share;
    }
    for (let i = 0; i < this.count; i++) this.values[i]! /= total;
    return total;
  }

  #logVolume(variances: Float64Array, k: number): number {
    let sum = 0;
    for (let i = k * this.nDimensions; i < (k + 1) * this.nDimensions; i++) {
      sum += Math.log(2 * Math.PI * variances[i]!);
    }
    return sum / 2;
  }
}
