import type { Matrix } from '../matrix/matrix.js';
import type { MatrixProducts } from '../matrix/matrixProducts.js';
import { GrowingCholesky } from './growingCholesky.js';

/** `[nRows][nColumns]` */
type Rows = readonly Float64Array[];

/**
 * A symmetric matrix in a block Lanczos basis: block tridiagonal. Its equations are solved for each of several shifts
 * while the matrix grows.
 */
export class BlockBand {
  readonly #equations: readonly GrowingCholesky[];
  /** Euclidean norm of each right side. */
  readonly #lengths: Float64Array;
  /** Right sides in terms of the first block of basis vectors. */
  #rightSide: Rows;
  /** Off-diagonal block between the last basis vectors and the next. */
  #coupling: Rows = [];
  #nVectors = 0;
  #width = 0;

  /** @param rightSide `[nVectors][nRightSides]`, in terms of the first block of basis vectors */
  constructor(shifts: readonly number[], rightSide: Rows) {
    this.#equations = shifts.map((shift) => new GrowingCholesky(shift));
    this.#rightSide = rightSide;
    this.#lengths = new Float64Array(rightSide[0]?.length ?? 0);
    this.#lengths.forEach((_, i) => (this.#lengths[i] = Math.hypot(...rightSide.map((row) => row[i]!))));
  }

  /**
   * Adds a block of basis vectors.
   *
   * @param diagonal the diagonal block
   * @param coupling `[nNext][nVectors]`, the off-diagonal block to the next basis vectors
   */
  add(diagonal: Matrix, coupling: Rows): void {
    const { nRows, data } = diagonal;
    const first = this.#nVectors - this.#width;
    for (let row = 0; row < nRows; row++) {
      const before = this.#coupling[row] ?? [];
      const values = Float64Array.of(...before, ...data.subarray(row * nRows, row * nRows + row + 1));
      const rightSide = this.#rightSide[row] ?? new Float64Array(this.#lengths.length);
      for (const equations of this.#equations) equations.addRow({ first, values }, rightSide);
    }
    this.#rightSide = [];
    this.#coupling = coupling;
    this.#width = nRows;
    this.#nVectors += nRows;
  }

  /** Number of basis vectors. */
  get size(): number {
    return this.#nVectors;
  }

  /** The largest residual of all solutions, relative to the norm of its right side. */
  get residual(): number {
    return Math.max(...this.#equations.map((equations) => this.#residualOf(equations)));
  }

  /** The solutions for each shift in the original space, `[nRightSides, size]`. */
  async solutions(basis: Matrix, products: MatrixProducts): Promise<readonly Matrix[]> {
    const solutions: Matrix[] = [];
    for (const equations of this.#equations) {
      const nColumns = this.#lengths.length;
      const data = Float32Array.from(equations.solution.flatMap((row) => [...row]));
      const inBasis: Matrix = { data, nRows: this.#nVectors, nColumns };
      solutions.push(await products.multiply(inBasis, basis, 'left'));
    }
    return solutions;
  }

  #residualOf(equations: GrowingCholesky): number {
    const last = equations.lastRows(this.#width);
    const residuals = this.#lengths.map((length, i) => {
      const rest = this.#coupling.map((row) =>
        last.reduce((sum, values, j) => sum + row[j]! * values[i]!, 0),
      );
      return length > 0 ? Math.hypot(...rest) / length : 0;
    });
    return Math.max(...residuals);
  }
}
