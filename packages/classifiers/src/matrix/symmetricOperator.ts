import { type Matrix, rowRange, rowSums, scaleColumns, transpose } from './matrix.js';
import type { MatrixProducts } from './matrixProducts.js';

/** A symmetric matrix, none of whose eigenvalues is negative, as what it makes of vectors. */
export interface SymmetricOperator {
  readonly size: number;
  /** @param vectors `[n, size]`, a vector in each row; so is the result */
  apply(vectors: Matrix): Promise<Matrix>;
}

/** A symmetric matrix by itself. */
export function plainOperator(matrix: Matrix, products: MatrixProducts): SymmetricOperator {
  return {
    size: matrix.nRows,
    apply: async (vectors) => transpose(await products.multiply(matrix, vectors, 'right')),
  };
}

/**
 * `S · (K + 1) · S` with a diagonal `S`. The 1 in every place is by far the longest part, and summing it up apart from
 * the rest keeps the rest exact.
 */
export function biasedOperator(
  kernel: Matrix,
  diagonal: Float64Array,
  products: MatrixProducts,
): SymmetricOperator {
  const ofKernel = plainOperator(kernel, products);
  return {
    size: kernel.nRows,
    async apply({ data, ...shape }) {
      const vectors: Matrix = { data: data.slice(), ...shape };
      scaleColumns(vectors, diagonal);
      const results = await ofKernel.apply(vectors);
      rowSums(vectors).forEach((sum, row) => {
        const ofRow = rowRange(results, row, row + 1).data;
        for (let i = 0; i < ofRow.length; i++) ofRow[i]! += sum;
      });
      scaleColumns(results, diagonal);
      return results;
    },
  };
}
