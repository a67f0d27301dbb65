/** A matrix, row-major. */
export interface Matrix {
  readonly data: Float64Array;
  readonly nRows: number;
  readonly nColumns: number;
}

/**
 * A matrix reduced to at most `most` rows and columns by averaging blocks of about equal size.
 *
 * @param data of shape `size`, row-major
 */
export function coarsen(
  data: ArrayLike<number>,
  size: readonly [nRows: number, nColumns: number],
  most: readonly [nRows: number, nColumns: number],
): Matrix {
  const [nRows, nColumns] = [Math.min(size[0], most[0]), Math.min(size[1], most[1])];
  const sums = new Float64Array(nRows * nColumns);
  const counts = new Float64Array(nRows * nColumns);
  for (let row = 0; row < size[0]; row++) {
    const first = Math.floor((row * nRows) / size[0]) * nColumns;
    for (let column = 0; column < size[1]; column++) {
      const block = first + Math.floor((column * nColumns) / size[1]);
      sums[block]! += data[row * size[1] + column]!;
      counts[block]!++;
    }
  }
  return { data: sums.map((sum, block) => sum / counts[block]!), nRows, nColumns };
}
