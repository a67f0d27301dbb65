import { beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../src/engine/openEngine.js';
import { orthogonalMatrix } from '../../src/network/orthogonalMatrix.js';

beforeAll(() => openEngine('tfjs-cpu'));

/** Product of two rows of a row-major matrix. */
function product(matrix: Float32Array, nColumns: number, a: number, b: number): number {
  let sum = 0;
  for (let j = 0; j < nColumns; j++) sum += matrix[a * nColumns + j]! * matrix[b * nColumns + j]!;
  return sum;
}

describe('orthogonalMatrix', () => {
  it.each([
    [1, 1],
    [3, 3],
    [5, 20],
    [64, 256],
  ])('has %i orthonormal rows of %i values', (nRows, nColumns) => {
    const matrix = orthogonalMatrix(nRows, nColumns, 7);
    expect(matrix).toHaveLength(nRows * nColumns);
    for (let a = 0; a < nRows; a++) {
      for (let b = 0; b <= a; b++) expect(product(matrix, nColumns, a, b)).toBeCloseTo(a === b ? 1 : 0, 6);
    }
  });

  it('is the same for the same seed, and different for another', () => {
    expect(orthogonalMatrix(4, 16, 1)).toEqual(orthogonalMatrix(4, 16, 1));
    expect(orthogonalMatrix(4, 16, 2)).not.toEqual(orthogonalMatrix(4, 16, 1));
  });

  it('is isotropic: elements have mean 0 and variance 1 / nColumns', () => {
    const matrix = orthogonalMatrix(100, 400, 3);
    const mean = matrix.reduce((sum, value) => sum + value, 0) / matrix.length;
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(400 * matrix.length)); // four standard errors
    expect(matrix.some((value) => value > 0.1) && matrix.some((value) => value < -0.1)).toBe(true);
  });
});
