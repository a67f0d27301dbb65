import { nextTurn } from '@ser/core';
import type { Matrix } from './matrix.js';
import type { Multiplier, Transposed } from './matrixProducts.js';

/** Multiplications between two turns of the event loop: about a tenth of a second of work. */
const multiplicationsPerTurn = 1e8;

/** Matrix products in plain TypeScript: float32 in and out, sums in float64. */
export class PlainMultiplier implements Multiplier {
  #sinceTurn = 0;

  async multiply(left: Matrix, right: Matrix, transposed: Transposed): Promise<Float32Array> {
    this.#sinceTurn += left.data.length * (transposed === 'right' ? right.nRows : right.nColumns);
    if (this.#sinceTurn > multiplicationsPerTurn) {
      this.#sinceTurn = 0;
      await nextTurn();
    }
    return products[transposed](left, right);
  }

  async dispose(): Promise<void> {}
}

const products: Readonly<Record<Transposed, (left: Matrix, right: Matrix) => Float32Array>> = {
  none: product,
  left: productWithLeftTransposed,
  right: productWithRightTransposed,
};

function product(left: Matrix, right: Matrix): Float32Array {
  const { nColumns } = right;
  const result = new Float32Array(left.nRows * nColumns);
  const sums = new Float64Array(nColumns);
  for (let row = 0; row < left.nRows; row++) {
    sums.fill(0);
    for (let k = 0; k < left.nColumns; k++) {
      const factor = left.data[row * left.nColumns + k]!;
      const start = k * nColumns;
      for (let column = 0; column < nColumns; column++) sums[column]! += factor * right.data[start + column]!;
    }
    result.set(sums, row * nColumns);
  }
  return result;
}

function productWithLeftTransposed(left: Matrix, right: Matrix): Float32Array {
  const { nColumns } = right;
  const sums = new Float64Array(left.nColumns * nColumns);
  for (let k = 0; k < left.nRows; k++) {
    for (let row = 0; row < left.nColumns; row++) {
      const factor = left.data[k * left.nColumns + row]!;
      const [from, to] = [k * nColumns, row * nColumns];
      for (let column = 0; column < nColumns; column++)
        sums[to + column]! += factor * right.data[from + column]!;
    }
  }
  return Float32Array.from(sums);
}

function productWithRightTransposed(left: Matrix, right: Matrix): Float32Array {
  const { nColumns: nInner } = left;
  const result = new Float32Array(left.nRows * right.nRows);
  for (let row = 0; row < left.nRows; row++) {
    const a = left.data.subarray(row * nInner, (row + 1) * nInner);
    for (let column = 0; column < right.nRows; column++) {
      result[row * right.nRows + column] = dotAt(a, right.data, column * nInner);
    }
  }
  return result;
}

/** Dot product of a vector with as many values from `start`; four sums run in parallel. */
function dotAt(a: Float32Array, values: Float32Array, start: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < a.length; i += 4) {
    s0 += a[i]! * values[start + i]!;
    s1 += a[i + 1]! * values[start + i + 1]!;
    s2 += a[i + 2]! * values[start + i + 2]!;
    s3 += a[i + 3]! * values[start + i + 3]!;
  }
  for (; i < a.length; i++) s0 += a[i]! * values[start + i]!;
  return s0 + s1 + (s2 + s3);
}
