import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../src/matrix/matrix.js';
import { MatrixProducts } from '../../src/matrix/matrixProducts.js';
import { PlainMultiplier } from '../../src/matrix/plainMultiplier.js';
import { plainOperator } from '../../src/matrix/symmetricOperator.js';
import { solveShifted } from '../../src/solve/solveShifted.js';

function solve(matrix: Matrix, rightSides: Matrix, shifts: readonly number[]) {
  const products = new MatrixProducts(new PlainMultiplier());
  return solveShifted(plainOperator(matrix, products), rightSides, shifts, products);
}

const square = (...rows: readonly (readonly number[])[]): Matrix => ({
  data: Float32Array.from(rows.flat()),
  nRows: rows.length,
  nColumns: rows.length,
});
const rowsOf = (nColumns: number, ...values: readonly number[]): Matrix => ({
  data: Float32Array.from(values),
  nRows: values.length / nColumns,
  nColumns,
});

/** `F · Fᵀ` from a formula: positive semidefinite, dense, with eigenvalues of many sizes. */
function covariance(size: number, nFactors: number): Matrix {
  const factor = (row: number, k: number) => Math.sin(row * row * 0.37 + k * k * 1.7 + row * k) / (1 + k / 3);
  const data = Float32Array.from({ length: size * size }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < nFactors; k++) sum += factor(Math.floor(i / size), k) * factor(i % size, k);
    return sum;
  });
  return { data, nRows: size, nColumns: size };
}

/** The largest absolute value of `(A + shift) · x - b`. */
function largestResidual(matrix: Matrix, shift: number, solution: Matrix, rightSides: Matrix): number {
  const { nColumns } = matrix;
  return rightSides.data.reduce((largest, expected, at) => {
    const [row, i] = [Math.floor(at / nColumns), at % nColumns];
    let sum = shift * solution.data[at]!;
    for (let j = 0; j < nColumns; j++)
      sum += matrix.data[i * nColumns + j]! * solution.data[row * nColumns + j]!;
    return Math.max(largest, Math.abs(sum - expected));
  }, 0);
}

describe('solveShifted', () => {
  it('divides by the diagonal plus the shift', async () => {
    const diagonal = square([1, 0, 0], [0, 2, 0], [0, 0, 3]);
    const [one, two] = await solve(diagonal, rowsOf(3, 2, 6, 12), [1, 3]);
    [1, 2, 3].forEach((value, i) => expect(one!.data[i]).toBeCloseTo(value, 5));
    [0.5, 1.2, 2].forEach((value, i) => expect(two!.data[i]).toBeCloseTo(value, 5));
  });

  it('leaves residuals below 1e-3 for several right sides and shifts', async () => {
    const matrix = covariance(90, 40);
    const data = Float32Array.from({ length: 3 * 90 }, (_, i) => Math.cos(i * i));
    const rightSides = { data, nRows: 3, nColumns: 90 };
    const shifts = [0.01, 0.3, 10];
    const solutions = await solve(matrix, rightSides, shifts);
    solutions.forEach((solution, i) => {
      expect(largestResidual(matrix, shifts[i]!, solution, rightSides)).toBeLessThan(1e-3);
    });
  });

  it('handles right sides that are equal, opposite, or zero', async () => {
    const matrix = covariance(20, 30);
    const once = Array.from({ length: 20 }, (_, i) => Math.cos(i));
    const rightSides = rowsOf(20, ...once, ...once.map((value) => -value), ...once.map(() => 0));
    const [{ data }] = (await solve(matrix, rightSides, [0.1])) as [Matrix];
    for (let i = 0; i < 20; i++) {
      expect(data[20 + i]).toBeCloseTo(-data[i]!, 5);
      expect(data[40 + i]).toBe(0);
    }
    expect(largestResidual(matrix, 0.1, { data, nRows: 3, nColumns: 20 }, rightSides)).toBeLessThan(1e-4);
  });

  it('divides by the shift if the matrix is zero', async () => {
    const [solution] = await solve(square([0, 0], [0, 0]), rowsOf(2, 3, 4), [0.5]);
    [6, 8].forEach((value, i) => expect(solution!.data[i]).toBeCloseTo(value, 5));
  });

  it('rejects values that are not finite', async () => {
    await expect(solve(square([NaN]), rowsOf(1, 1), [1])).rejects.toMatchObject({ code: 'diverged' });
    await expect(solve(square([1]), rowsOf(1, Infinity), [1])).rejects.toThrow('features are finite');
  });

  it('rejects a matrix with a negative eigenvalue', async () => {
    await expect(solve(square([-2]), rowsOf(1, 1), [1])).rejects.toMatchObject({ code: 'diverged' });
  });
});
