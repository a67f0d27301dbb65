/** Classes as rows of zeros with a one: row-major `[n, nClasses]`. */
export function oneHot(classes: Int32Array, nClasses: number): Float32Array {
  const rows = new Float32Array(classes.length * nClasses);
  classes.forEach((label, row) => {
    rows[row * nClasses + label] = 1;
  });
  return rows;
}
