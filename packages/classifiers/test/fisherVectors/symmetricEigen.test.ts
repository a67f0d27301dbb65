import { describe, expect, it } from 'vitest';
import { whitenedComponents } from '../../src/fisherVectors/principalComponents.js';
import { symmetricEigen } from '../../src/fisherVectors/symmetricEigen.js';
import { largestDifference, madeUpFrames } from './madeUpFrames.js';

/** A symmetric matrix of numbers that a formula makes. */
function symmetricMatrix(n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, k) => {
    const [i, j] = [Math.floor(k / n), k % n];
    return Math.sin(0.7 * (i + 1) * (j + 1)) + (i === j ? i : 0);
  });
}

describe('symmetricEigen', () => {
  it('finds the eigenvalues of a matrix of two rows, the largest first', () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    expect(values[0]).toBeCloseTo(3, 12);
    expect(values[1]).toBeCloseTo(1, 12);
    expect(Math.abs(vectors[0]!)).toBeCloseTo(Math.SQRT1_2, 12);
    expect(vectors[0]).toBeCloseTo(vectors[1]!, 12);
  });

  it.each([1, 5, 63, 110])(
    'of %i rows: the matrix times an eigenvector is its eigenvalue times the eigenvector',
    (n) => {
      const matrix = symmetricMatrix(n);
      const { values, vectors } = symmetricEigen(matrix, n);
      for (let k = 0; k < n; k++) {
        const vector = vectors.subarray(k * n, (k + 1) * n);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 10);
        const product = Float64Array.from(vector, (_, i) =>
          vector.reduce((sum, value, j) => sum + matrix[i * n + j]! * value, 0),
        );
        expect(
          largestDifference(
            product,
            vector.map((value) => value * values[k]!),
          ),
        ).toBeLessThan(1e-9 * n);
        if (k > 0) expect(values[k]).toBeLessThanOrEqual(values[k - 1]!);
      }
    },
  );

  it('sorts the elements of a diagonal matrix', () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(1, 0, 0, 0, 3, 0, 0, 0, 2), 3);
    expect([...values]).toEqual([3, 2, 1]);
    expect([...vectors]).toEqual([0, 1, 0, 0, 0, 1, 1, 0, 0]);
  });
});

describe('whitenedComponents', () => {
  const nColumns = 6;

  it('make columns uncorrelated, of variance 1', () => {
    const components = whitenedComponents(madeUpFrames, nColumns, 4);
    const n = madeUpFrames.length / nColumns;
    const scores = Array.from({ length: 4 }, (_, k) =>
      Array.from({ length: n }, (_, row) => {
        let sum = 0;
        for (let i = 0; i < nColumns; i++)
          sum += components[k * nColumns + i]! * madeUpFrames[row * nColumns + i]!;
        return sum;
      }),
    );
    const means = scores.map((score) => score.reduce((sum, value) => sum + value, 0) / n);
    for (let a = 0; a < 4; a++) {
      for (let b = 0; b <= a; b++) {
        const covariance =
          scores[a]!.reduce((sum, value, i) => sum + (value - means[a]!) * (scores[b]![i]! - means[b]!), 0) /
          n;
        expect(covariance).toBeCloseTo(a === b ? 1 : 0, 5);
      }
    }
  });

  it('stay finite if columns are equal', () => {
    const twice = Float64Array.from({ length: 40 }, (_, i) => Math.sin(Math.floor(i / 2) ** 2));
    const components = whitenedComponents(twice, 2, 2);
    expect(components.every((value) => Math.abs(value) < 40)).toBe(true);
  });
});
