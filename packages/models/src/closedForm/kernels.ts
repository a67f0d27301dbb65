import type { Matrix } from './matrix.js';
import type { MatrixProducts } from './matrixProducts.js';
import { addRowBlock, mirrorLowerHalf, squareMatrix, symmetricProduct } from './symmetricProduct.js';

/** Mean product of the features of every two examples: `X · Xᵀ / nFeatures`. */
export async function gramMatrix(x: Matrix, products: MatrixProducts): Promise<Matrix> {
  const gram = squareMatrix(x.nRows);
  for await (const block of symmetricProduct(x, products)) addRowBlock(gram, block, 1 / x.nColumns);
  mirrorLowerHalf(gram);
  return gram;
}

/**
 * `exp(-gamma · mean squared difference of the features)` of every two examples: the radial basis function kernel.
 *
 * @param gram mean products, of which the squared differences are made
 */
export function rbfKernel({ data: gram, nRows: n }: Matrix, gamma: number): Matrix {
  const kernel = squareMatrix(n);
  const squares = Float32Array.from({ length: n }, (_, row) => gram[row * n + row]!);
  for (let row = 0; row < n; row++) {
    kernel.data[row * n + row] = 1;
    for (let column = 0; column < row; column++) {
      const squared = squares[row]! + squares[column]! - 2 * gram[row * n + column]!;
      kernel.data[row * n + column] = Math.exp(-gamma * Math.max(0, squared));
    }
  }
  mirrorLowerHalf(kernel);
  return kernel;
}
