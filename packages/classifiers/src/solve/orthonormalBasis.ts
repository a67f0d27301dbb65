import { type Matrix, rowRange } from '../matrix/matrix.js';
import type { MatrixProducts } from '../matrix/matrixProducts.js';
import { notFinite } from '../matrix/notFinite.js';
import { addTo, dot } from '../matrix/vectors.js';

/** What is left of a vector beside the basis, as a share of it, that is taken for rounding. */
const negligible = 1e-5;

/** Vectors that were added to a basis, and how they make up what was left of those that came. */
export interface AddedVectors {
  /** `[nAdded, size]`, orthonormal. */
  readonly vectors: Matrix;
  /** `[nAdded][nCame]`: vector `i` that came is, beside the basis as it was, the sum of `coefficients[j][i] · vectors[j]`. */
  readonly coefficients: readonly Float64Array[];
}

/** Orthonormal vectors of one length, a growing number of them. */
export class OrthonormalBasis {
  readonly #products: MatrixProducts;
  readonly #size: number;
  #data: Float32Array;
  #nVectors = 0;

  constructor(size: number, products: MatrixProducts) {
    this.#size = size;
    this.#products = products;
    this.#data = new Float32Array(size * 64);
  }

  /** `[nVectors, size]`, a vector in each row. */
  get vectors(): Matrix {
    const [nRows, nColumns] = [this.#nVectors, this.#size];
    return { data: this.#data.subarray(0, nRows * nColumns), nRows, nColumns };
  }

  /**
   * Adds the directions of vectors that the basis does not have yet. Those within it, but for rounding, add nothing.
   *
   * @throws {SerError} `diverged` when a value is not finite
   */
  async add(candidates: Matrix): Promise<AddedVectors> {
    const lengths = lengthsOf(candidates);
    const rest = await this.#without(await this.#without(candidates));
    const added = orthonormalize(rest, lengths, this.#size - this.#nVectors);
    this.#append(added.vectors);
    return added;
  }

  /** What is left of vectors when their parts along the basis are taken away. Once is not enough in float32. */
  async #without(candidates: Matrix): Promise<Matrix> {
    if (this.#nVectors === 0) return { ...candidates, data: candidates.data.slice() };
    const shares = await this.#products.multiply(candidates, this.vectors, 'right');
    const along = await this.#products.multiply(shares, this.vectors);
    for (let i = 0; i < along.data.length; i++) along.data[i] = candidates.data[i]! - along.data[i]!;
    return along;
  }

  #append({ data }: Matrix): void {
    const used = this.#nVectors * this.#size;
    if (used + data.length > this.#data.length) {
      const larger = new Float32Array(Math.max(2 * this.#data.length, used + data.length));
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data.set(data, used);
    this.#nVectors += data.length / this.#size;
  }
}

function lengthsOf(vectors: Matrix): readonly number[] {
  return Array.from({ length: vectors.nRows }, (_, row) => {
    const { data } = rowRange(vectors, row, row + 1);
    const length = Math.sqrt(data.reduce((sum, value) => sum + value * value, 0));
    if (Number.isFinite(length)) return length;
    throw notFinite();
  });
}

/**
 * Gram and Schmidt, in float64.
 *
 * @param lengths of the vectors when they came, to tell what is left of them from rounding
 * @param most number of vectors that there is room for
 */
function orthonormalize(vectors: Matrix, lengths: readonly number[], most: number): AddedVectors {
  const kept: Float64Array[] = [];
  const coefficients: Float64Array[] = [];
  for (let row = 0; row < vectors.nRows; row++) {
    const vector = Float64Array.from(rowRange(vectors, row, row + 1).data);
    for (let pass = 0; pass < 2; pass++) {
      kept.forEach((other, i) => {
        const share = dot(vector, other);
        coefficients[i]![row]! += share;
        addTo(vector, other, -share);
      });
    }
    const length = Math.sqrt(dot(vector, vector));
    if (kept.length === most || length <= negligible * lengths[row]!) continue;
    kept.push(vector.map((value) => value / length));
    coefficients.push(new Float64Array(vectors.nRows));
    coefficients.at(-1)![row] = length;
  }
  const { nColumns } = vectors;
  const data = new Float32Array(kept.length * nColumns);
  kept.forEach((vector, i) => data.set(vector, i * nColumns));
  return { vectors: { data, nRows: kept.length, nColumns }, coefficients };
}
