import type { FrameTransform } from './frameTransform.js';
import type { Frames } from './frames.js';
import type { GaussianMixture } from './gaussianMixture.js';
import { MixtureSums } from './mixtureSums.js';
import { Responsibilities } from './responsibilities.js';

/**
 * Fisher vectors of clips: the gradient of the mean log-density of a clip's frames with respect to the mixture's weights,
 * means, and deviations, each divided by the square root of its Fisher information; then the signed square root of every
 * value, and L2 normalization. A clip whose frames are distributed like the mixture has a gradient near 0.
 *
 * @see F. Perronnin, J. Sánchez, T. Mensink, "Improving the Fisher kernel for large-scale image classification", 2010,
 * https://doi.org/10.1007/978-3-642-15561-1_11
 * @see J. Sánchez, F. Perronnin, T. Mensink, J. Verbeek, "Image classification with the Fisher vector", 2013, equations
 * 16 to 18, https://doi.org/10.1007/s11263-013-0636-x
 */
export class FisherVectors {
  /** Number of values of a vector: one per weight, then one per mean, then one per deviation. */
  readonly size: number;
  readonly transform: FrameTransform;
  readonly mixture: GaussianMixture;
  readonly #deviations: Float64Array;
  readonly #roots: Float64Array;
  readonly #sums: MixtureSums;
  readonly #frame: Float64Array;

  constructor(transform: FrameTransform, mixture: GaussianMixture) {
    this.transform = transform;
    this.mixture = mixture;
    this.size = mixture.weights.length + 2 * mixture.means.length;
    this.#deviations = mixture.variances.map(Math.sqrt);
    this.#roots = mixture.weights.map(Math.sqrt);
    this.#sums = new MixtureSums(new Responsibilities(mixture));
    this.#frame = new Float64Array(transform.nOutputs);
  }

  /**
   * Writes the vector of a clip, of shape `[size]`.
   *
   * @throws {SerError} `diverged` for a value that is not finite
   */
  write({ data, nFrames, nFeatures }: Frames, output: Float32Array): void {
    this.#sums.clear();
    for (let frame = 0; frame < nFrames; frame++) {
      this.transform.write(data, frame * nFeatures, this.#frame, 0);
      this.#sums.add(this.#frame, 0);
    }
    this.#writeGradient(nFrames, output);
    normalize(output);
  }

  #writeGradient(nFrames: number, output: Float32Array): void {
    const { weights, means, variances } = this.mixture;
    const { counts, sums, squares } = this.#sums;
    const nComponents = weights.length;
    const nDimensions = means.length / nComponents;
    for (let k = 0; k < nComponents; k++) {
      const count = counts[k]!;
      const root = this.#roots[k]!;
      output[k] = (count / nFrames - weights[k]!) / root;
      for (let i = k * nDimensions; i < (k + 1) * nDimensions; i++) {
        const mean = means[i]!;
        const meanGradient = (sums[i]! - count * mean) / this.#deviations[i]!;
        const deviationGradient =
          (squares[i]! - 2 * mean * sums[i]! + count * mean * mean) / variances[i]! - count;
        output[nComponents + i] = meanGradient / (root * nFrames);
        output[nComponents + means.length + i] = deviationGradient / (root * Math.SQRT2 * nFrames);
      }
    }
  }
}

/** The signed square root of each value, then L2 normalization. */
function normalize(vector: Float32Array): void {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += Math.abs(vector[i]!); // the squares of the roots
  const factor = sum > 0 ? 1 / Math.sqrt(sum) : 0;
  for (let i = 0; i < vector.length; i++) {
    const value = vector[i]!;
    vector[i] = Math.sign(value) * Math.sqrt(Math.abs(value)) * factor;
  }
}
