import type { Responsibilities } from './responsibilities.js';

/** The number, sum, and sum of squares of the frames of each Gaussian, weighted by their responsibilities. */
export class MixtureSums {
  /** `[nComponents]` */
  readonly counts: Float64Array;
  /** `[nComponents, nDimensions]` */
  readonly sums: Float64Array;
  /** `[nComponents, nDimensions]` */
  readonly squares: Float64Array;
  readonly #responsibilities: Responsibilities;

  constructor(responsibilities: Responsibilities) {
    const { nComponents, nDimensions } = responsibilities;
    this.#responsibilities = responsibilities;
    this.counts = new Float64Array(nComponents);
    this.sums = new Float64Array(nComponents * nDimensions);
    this.squares = new Float64Array(nComponents * nDimensions);
  }

  clear(): void {
    this.counts.fill(0);
    this.sums.fill(0);
    this.squares.fill(0);
  }

  /**
   * Adds the frame that starts at `offset`. Allocates nothing.
   *
   * @returns the logarithm of the mixture's density at this frame
   */
  add(frames: Float64Array, offset: number): number {
    const { sums, squares } = this;
    const { components, values, nDimensions } = this.#responsibilities;
    const logDensity = this.#responsibilities.read(frames, offset);
    const { count } = this.#responsibilities;
    for (let c = 0; c < count; c++) {
      const responsibility = values[c]!;
      this.counts[components[c]!]! += responsibility;
      const first = components[c]! * nDimensions;
      for (let at = first, from = offset; at < first + nDimensions; at++, from++) {
        const value = frames[from]!;
        const weighted = responsibility * value;
        sums[at]! += weighted;
        squares[at]! += weighted * value;
      }
    }
    return logDensity;
  }
}
