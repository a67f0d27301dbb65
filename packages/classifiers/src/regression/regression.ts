import { countExamples, type Examples } from '../classifier/examples.js';
import { type Matrix, rowRange } from '../matrix/matrix.js';

export interface RegressionParts {
  /** `[nTargets, nFeatures]` */
  readonly weights: Matrix;
  /** `[nTargets]` */
  readonly bias: Float32Array;
  /** The chosen C of each target. */
  readonly regularization: readonly number[];
}

/** A fitted linear regression, from `fitRegression`. */
export class Regression {
  /** `[nTargets, nFeatures]`, row-major. */
  readonly weights: Float32Array;
  /** `[nTargets]` */
  readonly bias: Float32Array;
  /** The chosen C of each target. */
  readonly regularization: readonly number[];
  readonly #weights: Matrix;

  constructor({ weights, bias, regularization }: RegressionParts) {
    this.#weights = weights;
    this.weights = weights.data;
    this.bias = bias;
    this.regularization = regularization;
  }

  /**
   * The values of some examples, in the unit of the targets.
   *
   * @returns row-major `[n, nTargets]`
   * @throws {SerError} `shape-mismatch` for another number of features
   */
  predict(x: Examples): Float32Array {
    const { nRows: nTargets, nColumns } = this.#weights;
    const size = x.shape.slice(1).reduce((product, length) => product * length, 1);
    const nRows = countExamples(x, size === nColumns ? x.shape.slice(1) : [nColumns]);
    const values = new Float32Array(nRows * nTargets);
    for (let row = 0; row < nRows; row++) {
      const features = x.data.subarray(row * nColumns, (row + 1) * nColumns);
      for (let t = 0; t < nTargets; t++) {
        const weights = rowRange(this.#weights, t, t + 1).data;
        let sum = this.bias[t]!;
        for (let i = 0; i < nColumns; i++) sum += weights[i]! * features[i]!;
        values[row * nTargets + t] = sum;
      }
    }
    return values;
  }
}
