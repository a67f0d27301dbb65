import { regressionDelta } from '../descriptors/regressionDelta.js';
import { numberedNames } from '../frames/features.js';
import type { Steps } from '../steps/steps.js';
import { deviationOf, meanOf } from './moments.js';
import type { Regions } from './regions.js';

/** Number of MFCC to correlate, from the lowest on. */
const nCorrelated = 14;
/** Added to standard deviations, so that the correlation with a constant is 0. */
const leastDeviation = 1e-6;

/** Names of the pairs, in the order of the rows of the upper triangle. */
export const correlationNames = upperTriangle([
  ...numberedNames('mfcc', nCorrelated),
  ...numberedNames('mfcc', nCorrelated).map((name) => `${name}.delta`),
]);

/** Correlation coefficients of all pairs of 14 MFCC and their slopes, over active frames. */
export class Correlation {
  /** Z-scores, of shape `[2 * nCorrelated, nActive]`. */
  #standardized = new Float64Array(0);
  #delta = new Float64Array(0);

  /**
   * Writes the coefficients, in steps.
   *
   * @param mfcc contours of at least 14 MFCC, of shape `[nMfcc, nFrames]`
   * @param output filled from `offset` on, in the order of `correlationNames`
   */
  *write(
    mfcc: Float64Array,
    nFrames: number,
    regions: Regions,
    output: Float32Array,
    offset: number,
  ): Steps<void> {
    const { active } = regions;
    const length = 2 * nCorrelated * active.length;
    if (this.#standardized.length !== length) this.#standardized = new Float64Array(length);
    if (this.#delta.length !== nFrames) this.#delta = new Float64Array(nFrames);
    for (let i = 0; i < nCorrelated; i++) {
      yield;
      const contour = mfcc.subarray(i * nFrames, (i + 1) * nFrames);
      regressionDelta(contour, regions, this.#delta);
      standardize(contour, active, this.#row(i, active.length));
      standardize(this.#delta, active, this.#row(nCorrelated + i, active.length));
    }
    yield* writeProducts(this.#standardized, active.length, output, offset);
  }

  #row(number: number, length: number): Float64Array {
    return this.#standardized.subarray(number * length, (number + 1) * length);
  }
}

function standardize(values: Float64Array, frames: Int32Array, output: Float64Array): void {
  for (let i = 0; i < frames.length; i++) output[i] = values[frames[i]!]!;
  const mean = meanOf(output);
  const scale = 1 / (deviationOf(output) + leastDeviation);
  for (let i = 0; i < output.length; i++) output[i] = (output[i]! - mean) * scale;
}

/** Mean products of each row with each later row. */
function* writeProducts(
  rows: Float64Array,
  length: number,
  output: Float32Array,
  offset: number,
): Steps<void> {
  let at = offset;
  for (let first = 0; first < rows.length; first += length) {
    yield;
    for (let second = first + length; second < rows.length; second += length) {
      output[at++] = meanProduct(rows, first, second, length);
    }
  }
}

function meanProduct(rows: Float64Array, first: number, second: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += rows[first + i]! * rows[second + i]!;
  return sum / length;
}

function upperTriangle(names: readonly string[]): readonly string[] {
  return names.flatMap((first, i) =>
    names.slice(i + 1).map((second) => `${first}~${second}.correlation.active`),
  );
}
