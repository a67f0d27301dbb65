import type { Matrix } from '../matrix/matrix.js';
import type { MatrixProducts } from '../matrix/matrixProducts.js';
import { addRowBlock, mirrorLowerHalf, squareMatrix, symmetricProduct } from '../matrix/symmetricProduct.js';

/** Mean product of the features of every pair of examples: `X · Xᵀ / nFeatures`. */
export async function gramMatrix(x: Matrix, products: MatrixProducts): Promise<Matrix> {
  const gram = squareMatrix(x.nRows);
  for await (const block of symmetricProduct(x, products)) addRowBlock(gram, block, 1 / x.nColumns);
  mirrorLowerHalf(gram);
  return gram;
}

/** Similarity of two examples, computed from the mean products of their features. */
export type Kernel =
  /** The mean product itself. */
  | { readonly name: 'linear' }
  | { readonly name: 'rbf'; readonly gamma: number }
  | { readonly name: 'arcCosine' };

/** Kernels that no weighted sum of the features expresses. */
export type CurvedKernel = Exclude<Kernel, { readonly name: 'linear' }>;

export function isSameKernel(a: Kernel, b: Kernel): boolean {
  return a.name === b.name && gammaOf(a) === gammaOf(b);
}

/** The width of a kernel that has one. */
export function gammaOf(kernel: Kernel): number | undefined {
  return kernel.name === 'rbf' ? kernel.gamma : undefined;
}

/**
 * Similarity of every pair of examples.
 *
 * @param gram mean products of the features; the linear kernel returns this matrix itself
 */
export function kernelMatrix(gram: Matrix, kernel: Kernel): Matrix {
  switch (kernel.name) {
    case 'linear':
      return gram;
    case 'rbf':
      return rbfKernel(gram, kernel.gamma);
    case 'arcCosine':
      return arcCosineKernel(gram);
  }
}

/**
 * The radial basis function kernel: `exp(-gamma · mean squared difference of the features)` of every pair of examples.
 *
 * @param gram mean products, from which the squared differences are computed
 */
function rbfKernel(gram: Matrix, gamma: number): Matrix {
  return symmetricMatrix(gram, (product, square, otherSquare) =>
    Math.exp(-gamma * Math.max(0, square + otherSquare - 2 * product)),
  );
}

/**
 * The arc-cosine kernel of degree 1 of `mean product + 1`, for every pair of examples:
 * `|x| · |x'| · (sin θ + (π - θ) · cos θ) / π`, where θ is the angle between them.
 *
 * @see Y. Cho, L. Saul, "Kernel methods for deep learning", 2009, equations 1 and 6
 */
function arcCosineKernel(gram: Matrix): Matrix {
  return symmetricMatrix(gram, (product, square, otherSquare) => {
    const lengths = Math.sqrt((square + 1) * (otherSquare + 1));
    const cosine = Math.min(1, Math.max(-1, (product + 1) / lengths));
    const sine = Math.sqrt((1 - cosine) * (1 + cosine));
    return (lengths * (sine + (Math.PI - Math.acos(cosine)) * cosine)) / Math.PI;
  });
}

/** A symmetric matrix, each element computed from the mean product of two examples and their mean squares. */
function symmetricMatrix(
  { data: gram, nRows: n }: Matrix,
  valueOf: (product: number, square: number, otherSquare: number) => number,
): Matrix {
  const matrix = squareMatrix(n);
  const squares = Float64Array.from({ length: n }, (_, row) => gram[row * n + row]!);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      matrix.data[row * n + column] = valueOf(gram[row * n + column]!, squares[row]!, squares[column]!);
    }
  }
  mirrorLowerHalf(matrix);
  return matrix;
}
