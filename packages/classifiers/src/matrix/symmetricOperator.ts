import { type Matrix, rowRange, rowSums, scaleColumns, transpose } from './matrix.js';
import type { MatrixProducts } from './matrixProducts.js';

/** A positive semidefinite matrix, given by its products with vectors. */
export interface SymmetricOperator {
  readonly size: number;
  /**
   * @param vectors `[n, size]`, one vector per row
   * @returns the products, `[n, size]`
   */
  apply(vectors: Matrix): Promise<Matrix>;
}

/** The operator of a symmetric matrix. */
export function plainOperator(matrix: Matrix, products: MatrixProducts): SymmetricOperator {
  return {
    size: matrix.nRows,
    apply: async (vectors) => transpose(await products.multiply(matrix, vectors, 'right')),
  };
}

/**
 * `S · (K + 1) · S` with a diagonal `S`. The 1 in every element has by far the largest norm; it is added separately,
 * which keeps the rest precise.
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
