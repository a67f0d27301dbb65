import { type Matrix, rowRange } from '../matrix/matrix.js';
import { mirrorLowerHalf, type RowBlock, squareMatrix } from '../matrix/symmetricProduct.js';
import type { NormalEquations } from './normalEquations.js';

/** Normal equations that are accumulated block by block, in float64; of the matrix, only the lower half is kept. */
export class NormalSums {
  readonly #size: number;
  readonly #nClasses: number;
  /** Row `i` begins at `i · (i + 1) / 2`. */
  readonly #lowerHalf: Float64Array;
  readonly #rightSides: Float64Array;

  /** @param size number of unknowns: one per feature, and the bias */
  constructor(size: number, nClasses: number) {
    this.#size = size;
    this.#nClasses = nClasses;
    this.#lowerHalf = new Float64Array(rowStart(size));
    this.#rightSides = new Float64Array(nClasses * size);
  }

  /** Adds rows of a product `Zᵀ · Z`, multiplied by a weight. */
  addProduct({ start, rows }: RowBlock, weight: number): void {
    const { data, nRows, nColumns } = rows;
    for (let i = 0; i < nRows; i++) {
      const to = rowStart(start + i);
      const from = i * nColumns;
      const last = start + i;
      for (let column = 0; column <= last; column++)
        this.#lowerHalf[to + column]! += weight * data[from + column]!;
    }
  }

  /** Adds right sides `[nClasses, size]`, multiplied by a weight. */
  addRightSides({ data }: Matrix, weight: number): void {
    for (let i = 0; i < data.length; i++) this.#rightSides[i]! += weight * data[i]!;
  }

  /** The equations, rounded to float32. */
  equations(): NormalEquations {
    const size = this.#size;
    const matrix = squareMatrix(size);
    for (let row = 0; row < size; row++) {
      const start = rowStart(row);
      rowRange(matrix, row, row + 1).data.set(this.#lowerHalf.subarray(start, start + row + 1));
    }
    mirrorLowerHalf(matrix);
    const data = Float32Array.from(this.#rightSides);
    return { matrix, rightSides: { data, nRows: this.#nClasses, nColumns: size } };
  }
}

function rowStart(row: number): number {
  return (row * (row + 1)) / 2;
}
