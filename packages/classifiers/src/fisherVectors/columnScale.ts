/** A column whose standard deviation is below this fraction of the mean, or of 1, counts as constant. */
const negligible = 1e-6;

/** Means and standard deviations of columns. Every value is rounded to float32, so that saving does not change it. */
export interface ColumnScale {
  readonly means: Float64Array;
  /** Population standard deviations; 1 for constant columns. */
  readonly deviations: Float64Array;
}

/** Accumulates rows one by one into the means and deviations of their columns. */
export class ColumnMoments {
  readonly #sums: Float64Array;
  readonly #squares: Float64Array;
  #count = 0;

  constructor(nColumns: number) {
    this.#sums = new Float64Array(nColumns);
    this.#squares = new Float64Array(nColumns);
  }

  /** Adds the row that starts at `offset`. */
  add(values: Float32Array, offset = 0): void {
    for (let i = 0; i < this.#sums.length; i++) {
      const value = values[offset + i]!;
      this.#sums[i]! += value;
      this.#squares[i]! += value * value;
    }
    this.#count++;
  }

  get scale(): ColumnScale {
    const means = this.#sums.map((sum) => sum / this.#count);
    const deviations = this.#squares.map((square, i) => {
      const deviation = Math.sqrt(Math.max(0, square / this.#count - means[i]! ** 2));
      return deviation > negligible * Math.max(1, Math.abs(means[i]!)) ? Math.fround(deviation) : 1;
    });
    return { means: means.map(Math.fround), deviations };
  }
}
