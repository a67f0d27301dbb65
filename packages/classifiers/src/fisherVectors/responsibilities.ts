import type { GaussianMixture } from './gaussianMixture.js';

/**
 * Components less likely than this share of the likeliest are left out, and not computed to their end. VLFeat computes
 * all responsibilities, and leaves out those below the same 1e-6.
 *
 * @see `vl_fisher_encode`, https://www.vlfeat.org/api/fisher-fundamentals.html
 */
const negligibleShare = 1e-6;
const reach = -Math.log(negligibleShare);

/**
 * Which Gaussians of a mixture a frame may come from, and how probably. Those that cannot matter are left after a few
 * dimensions; the answer does not depend on the frames before.
 */
export class Responsibilities {
  readonly nComponents: number;
  readonly nDimensions: number;
  /** Numbers of the components of the last frame that count, ascending; `count` of them. */
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
  /** The likeliest component of the last frame: probably also of the next. */
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
   * Reads the frame that begins at `offset`. Allocates nothing.
   *
   * @returns the logarithm of the mixture's density there
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

  /** Of the frame and the component; `-Infinity` where it is certain to lie below `least`. */
  #logDensity(k: number, frames: Float64Array, offset: number, least: number): number {
    const means = this.#means;
    const precisions = this.#precisions;
    const last = (k + 1) * this.nDimensions;
    let logDensity = this.#peaks[k]!;
    let at = k * this.nDimensions;
    let from = offset;
    // Four at a time: added one by one, each sum would wait for the one before.
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

  /** Writes the responsibilities of the components in reach; returns the sum of densities, over the highest. */
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
