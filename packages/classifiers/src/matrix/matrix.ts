/** A dense matrix of float32 values, row-major. */
export interface Matrix {
  readonly data: Float32Array;
  readonly nRows: number;
  readonly nColumns: number;
}

/** Consecutive rows of a matrix, as a view. */
export function rowRange({ data, nColumns }: Matrix, start: number, end: number): Matrix {
  return { data: data.subarray(start * nColumns, end * nColumns), nRows: end - start, nColumns };
}

/** A copy of some rows, in the order given. */
export function rowsOf(matrix: Matrix, rows: Int32Array): Matrix {
  const { nColumns } = matrix;
  const data = new Float32Array(rows.length * nColumns);
  rows.forEach((row, i) => data.set(rowRange(matrix, row, row + 1).data, i * nColumns));
  return { data, nRows: rows.length, nColumns };
}

/** A copy of some columns of some rows, in the orders given. */
export function submatrix({ data, nColumns }: Matrix, rows: Int32Array, columns: Int32Array): Matrix {
  const width = columns.length;
  const chosen = new Float32Array(rows.length * width);
  for (let i = 0; i < rows.length; i++) {
    const from = rows[i]! * nColumns;
    for (let j = 0; j < width; j++) chosen[i * width + j] = data[from + columns[j]!]!;
  }
  return { data: chosen, nRows: rows.length, nColumns: width };
}

export function transpose({ data, nRows, nColumns }: Matrix): Matrix {
  const transposed = new Float32Array(data.length);
  for (let row = 0; row < nRows; row++) {
    for (let column = 0; column < nColumns; column++) {
      transposed[column * nRows + row] = data[row * nColumns + column]!;
    }
  }
  return { data: transposed, nRows: nColumns, nColumns: nRows };
}

/** A copy with each value multiplied by a factor. */
export function scaled({ data, ...shape }: Matrix, factor: number): Matrix {
  return { data: data.map((value) => value * factor), ...shape };
}

/** Multiplies each column by its factor, in place. */
export function scaleColumns({ data, nRows, nColumns }: Matrix, factors: ArrayLike<number>): void {
  for (let start = 0; start < nRows * nColumns; start += nColumns) {
    for (let column = 0; column < nColumns; column++) data[start + column]! *= factors[column]!;
  }
}

/** Adds the same vector to each row, in place. */
export function addToRows({ data, nColumns }: Matrix, vector: ArrayLike<number>): void {
  for (let i = 0; i < data.length; i++) data[i]! += vector[i % nColumns]!;
}

/** The sum of each row, `[nRows]`, added in float64. */
export function rowSums(matrix: Matrix): Float32Array {
  return Float32Array.from({ length: matrix.nRows }, (_, row) =>
    rowRange(matrix, row, row + 1).data.reduce((sum, value) => sum + value, 0),
  );
}
