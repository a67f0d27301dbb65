import { symmetricEigen } from './symmetricEigen.js';

/** A component of less variance than this is scaled as if it had it: dividing by its own would blow up rounding. */
const leastVariance = 1e-3;

/**
 * Directions in which rows vary most, each divided by the standard deviation along it: products with them are
 * uncorrelated and of variance 1. Every value is one of float32, so that saving changes none.
 *
 * @param rows `[n, nColumns]`
 * @returns `[nComponents, nColumns]`
 * @see I. T. Jolliffe, "Principal Component Analysis", 2nd edition, 2002; scikit-learn's `PCA(whiten=True)`,
 * https://scikit-learn.org/stable/modules/generated/sklearn.decomposition.PCA.html
 */
export function whitenedComponents(rows: Float64Array, nColumns: number, nComponents: number): Float64Array {
  const { values, vectors } = symmetricEigen(covariance(rows, nColumns), nColumns);
  return vectors.subarray(0, nComponents * nColumns).map((value, i) => {
    const variance = Math.max(leastVariance, values[Math.floor(i / nColumns)]!);
    return Math.fround(value / Math.sqrt(variance));
  });
}

/** Covariance of columns, that of the population: `[nColumns, nColumns]`. */
function covariance(rows: Float64Array, nColumns: number): Float64Array {
  const n = rows.length / nColumns;
  const means = meansOf(rows, nColumns);
  const centred = new Float64Array(nColumns);
  const products = new Float64Array(nColumns * nColumns);
  for (let start = 0; start < rows.length; start += nColumns) {
    for (let i = 0; i < nColumns; i++) centred[i] = rows[start + i]! - means[i]!;
    for (let i = 0; i < nColumns; i++) {
      const value = centred[i]!;
      for (let j = 0; j <= i; j++) products[i * nColumns + j]! += value * centred[j]!;
    }
  }
  for (let i = 0; i < nColumns; i++) {
    for (let j = 0; j <= i; j++) {
      products[i * nColumns + j]! /= n;
      products[j * nColumns + i] = products[i * nColumns + j]!;
    }
  }
  return products;
}

function meansOf(rows: Float64Array, nColumns: number): Float64Array {
  const sums = new Float64Array(nColumns);
  for (let i = 0; i < rows.length; i++) sums[i % nColumns]! += rows[i]!;
  return sums.map((sum) => (sum * nColumns) / rows.length);
}
