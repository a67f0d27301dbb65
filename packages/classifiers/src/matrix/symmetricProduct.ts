import { type Matrix, rowRange } from './matrix.js';
import type { MatrixProducts } from './matrixProducts.js';

/** Number of rows of a product computed at a time. */
const blockSize = 256;

/** Some rows of a symmetric matrix, up to and including the diagonal block. */
export interface RowBlock {
  /** Index of the first row. */
  readonly start: number;
  readonly rows: Matrix;
}

/** The lower half of `X · Xᵀ`, 256 rows at a time. */
export async function* symmetricProduct(x: Matrix, products: MatrixProducts): AsyncGenerator<RowBlock> {
  for (let start = 0; start < x.nRows; start += blockSize) {
    const end = Math.min(start + blockSize, x.nRows);
    yield { start, rows: await products.multiply(rowRange(x, start, end), rowRange(x, 0, end), 'right') };
  }
}

/** Adds rows, multiplied by a weight, to the same rows of a square matrix. */
export function addRowBlock(matrix: Matrix, { start, rows }: RowBlock, weight: number): void {
  const { data, nRows, nColumns } = rows;
  for (let row = 0; row < nRows; row++) {
    const to = rowRange(matrix, start + row, start + row + 1).data;
    const from = row * nColumns;
    for (let column = 0; column < nColumns; column++) to[column]! += weight * data[from + column]!;
  }
}

/** Copies the lower half of a square matrix to its upper half, tile by tile. */
export function mirrorLowerHalf({ data, nRows: size }: Matrix): void {
  const tile = 64;
  for (let top = 0; top < size; top += tile) {
    for (let left = 0; left <= top; left += tile) {
      for (let row = top; row < Math.min(top + tile, size); row++) {
        for (let column = left; column < Math.min(left + tile, row); column++) {
          data[column * size + row] = data[row * size + column]!;
        }
      }
    }
  }
}

/** A square matrix of zeros. */
export function squareMatrix(size: number): Matrix {
  return { data: new Float32Array(size * size), nRows: size, nColumns: size };
}
