import { GrowingCholesky } from './growingCholesky.js';

/**
 * The inverse of a small symmetric positive definite matrix, in float64.
 *
 * @param rows the matrix, row by row; only the part up to the diagonal is read
 * @throws {SerError} `diverged` when the matrix is not positive definite
 */
export function inverse(rows: readonly Float64Array[]): readonly Float64Array[] {
  const cholesky = new GrowingCholesky(0);
  rows.forEach((row, i) => {
    const unit = new Float64Array(rows.length);
    unit[i] = 1;
    cholesky.addRow({ first: 0, values: row.slice(0, i + 1) }, unit);
  });
  return cholesky.solution;
}
