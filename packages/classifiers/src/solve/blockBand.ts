import type { Matrix } from '../matrix/matrix.js';
import type { MatrixProducts } from '../matrix/matrixProducts.js';
import { GrowingCholesky } from './growingCholesky.js';

/** `[nRows][nColumns]` */
type Rows = readonly Float64Array[];

/**
 * A symmetric matrix in terms of a block Lanczos basis: blocks along the diagonal and beside it, 0 elsewhere. With each
 * of several shifts its equations are solved as it grows.
 */
export class BlockBand {
  readonly #equations: readonly GrowingCholesky[];
  /** Of each right side. */
  readonly #lengths: Float64Array;
  /** Right sides in terms of the first directions. */
  #rightSide: Rows;
  /** What ties the next directions to the last. */
  #coupling: Rows = [];
  #nDirections = 0;
  #width = 0;

  /** @param rightSide `[nDirections][nRightSides]`, in terms of the first block of directions */
  constructor(shifts: readonly number[], rightSide: Rows) {
    this.#equations = shifts.map((shift) => new GrowingCholesky(shift));
    this.#rightSide = rightSide;
    this.#lengths = new Float64Array(rightSide[0]?.length ?? 0);
    this.#lengths.forEach((_, i) => (this.#lengths[i] = Math.hypot(...rightSide.map((row) => row[i]!))));
  }

  /**
   * Adds a block of directions.
   *
   * @param diagonal the matrix among them
   * @param coupling `[nNext][nDirections]`, to the directions after them
   */
  add(diagonal: Matrix, coupling: Rows): void {
    const { nRows, data } = diagonal;
    const first = this.#nDirections - this.#width;
    for (let row = 0; row < nRows; row++) {
      const before = this.#coupling[row] ?? [];
      const values = Float64Array.of(...before, ...data.subarray(row * nRows, row * nRows + row + 1));
      const rightSide = this.#rightSide[row] ?? new Float64Array(this.#lengths.length);
      for (const equations of this.#equations) equations.addRow({ first, values }, rightSide);
    }
    this.#rightSide = [];
    this.#coupling = coupling;
    this.#width = nRows;
    this.#nDirections += nRows;
  }

  /** Directions so far. */
  get size(): number {
    return this.#nDirections;
  }

  /** What the worst solution leaves of its right side, as a share of it. */
  get residual(): number {
    return Math.max(...this.#equations.map((equations) => this.#residualOf(equations)));
  }

  /** Each shift's solutions in terms of the basis, brought back: `[nRightSides, size]`. */
  async solutions(basis: Matrix, products: MatrixProducts): Promise<readonly Matrix[]> {
    const solutions: Matrix[] = [];
    for (const equations of this.#equations) {
      const nColumns = this.#lengths.length;
      const data = Float32Array.from(equations.solution.flatMap((row) => [...row]));
      const inBasis: Matrix = { data, nRows: this.#nDirections, nColumns };
      solutions.push(await products.multiply(inBasis, basis, 'left'));
    }
    return solutions;
  }

  #residualOf(equations: GrowingCholesky): number {
    const last = equations.lastRows(this.#width);
    const shares = this.#lengths.map((length, i) => {
      const rest = this.#coupling.map((row) =>
        last.reduce((sum, values, j) => sum + row[j]! * values[i]!, 0),
      );
      return length > 0 ? Math.hypot(...rest) / length : 0;
    });
    return Math.max(...shares);
  }
}
