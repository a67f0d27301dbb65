import { type Matrix, rowRange } from '../matrix/matrix.js';
import type { MatrixProducts } from '../matrix/matrixProducts.js';
import { notFinite } from '../matrix/notFinite.js';
import { addTo, dot } from '../matrix/vectors.js';

/** A component outside the basis below this fraction of the vector counts as rounding error. */
const negligible = 1e-5;

/** Vectors that were added to a basis, and the candidates in terms of them. */
export interface AddedVectors {
  /** `[nAdded, size]`, orthonormal. */
  readonly vectors: Matrix;
  /** `[nAdded][nCandidates]`: outside the old basis, candidate `i` is the sum of `coefficients[j][i] · vectors[j]`. */
  readonly coefficients: readonly Float64Array[];
}

/** A growing set of orthonormal vectors of one length. */
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

  /** `[nVectors, size]`, one vector per row. */
  get vectors(): Matrix {
    const [nRows, nColumns] = [this.#nVectors, this.#size];
    return { data: this.#data.subarray(0, nRows * nColumns), nRows, nColumns };
  }

  /**
   * Adds the directions of vectors that the basis does not span yet. Vectors within its span add nothing.
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

  /** The components of vectors outside the basis. In float32, one pass is not precise enough. */
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
 * The Gram-Schmidt process, in float64.
 *
 * @param lengths the original lengths of the vectors, to recognize rounding errors
 * @param most largest number of vectors to return
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
