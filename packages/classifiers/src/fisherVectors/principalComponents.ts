import { symmetricEigen } from './symmetricEigen.js';

/** Lower bound of the variance of a component: dividing by less would amplify rounding errors. */
const leastVariance = 1e-3;

/**
 * Whitened principal components: the directions of largest variance, each divided by the standard deviation along it, so
 * that the products with them are uncorrelated and have variance 1. Every value is rounded to float32, so that saving
 * does not change it.
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

/** Population covariance of the columns, `[nColumns, nColumns]`. */
function covariance(rows: Float64Array, nColumns: number): Float64Array {
  const n = rows.length / nColumns;
  const means = meansOf(rows, nColumns);
  const centered = new Float64Array(nColumns);
  const products = new Float64Array(nColumns * nColumns);
  for (let start = 0; start < rows.length; start += nColumns) {
    for (let i = 0; i < nColumns; i++) centered[i] = rows[start + i]! - means[i]!;
    for (let i = 0; i < nColumns; i++) {
      const value = centered[i]!;
      for (let j = 0; j <= i; j++) products[i * nColumns + j]! += value * centered[j]!;
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
