import { ClassifierError } from '../errors.js';
import { addTo } from '../matrix/vectors.js';

/** The non-zero part of a row of a lower triangular matrix, up to its diagonal. */
export interface LowerRow {
  /** Column of the first value. */
  readonly first: number;
  readonly values: Float64Array;
}

/**
 * Solves `(T + shift) · Y = B` in float64 for a symmetric band matrix `T` that grows row by row. The Cholesky factor, and
 * the part of the solution that does not depend on later rows, grow with it.
 */
export class GrowingCholesky {
  readonly #shift: number;
  readonly #factor: LowerRow[] = [];
  /** `L⁻¹ · B`, row by row. */
  readonly #reduced: Float64Array[] = [];

  constructor(shift: number) {
    this.#shift = shift;
  }

  /**
   * @param row the new row of `T`
   * @param rightSide the new row of `B`
   * @throws {SerError} `diverged` when `T` is not positive definite
   */
  addRow({ first, values }: LowerRow, rightSide: Float64Array): void {
    const row = values.slice();
    const index = first + values.length - 1;
    const reduced = rightSide.slice();
    for (let column = first; column < index; column++) {
      const other = this.#factor[column]!;
      row[column - first] =
        (row[column - first]! - productBefore(column, { first, values: row }, other)) / last(other);
      addTo(reduced, this.#reduced[column]!, -row[column - first]!);
    }
    const pivot =
      last({ first, values }) +
      this.#shift -
      productBefore(index, { first, values: row }, { first, values: row });
    row[index - first] = rootOf(pivot);
    this.#factor.push({ first, values: row });
    this.#reduced.push(reduced.map((value) => value / row[index - first]!));
  }

  /** The last `n` rows of the solution for `T` as it is. */
  lastRows(n: number): readonly Float64Array[] {
    const size = this.#factor.length;
    const solution = this.#reduced.slice(size - n).map((row) => row.slice());
    for (let i = n - 1; i >= 0; i--) {
      const { first, values } = this.#factor[size - n + i]!;
      const pivot = values.at(-1)!;
      solution[i] = solution[i]!.map((value) => value / pivot);
      for (let column = Math.max(first, size - n); column < size - n + i; column++) {
        addTo(solution[column - size + n]!, solution[i]!, -values[column - first]!);
      }
    }
    return solution;
  }

  get solution(): readonly Float64Array[] {
    return this.lastRows(this.#factor.length);
  }
}

/** Sum of the products of two rows over the columns before one. */
function productBefore(column: number, a: LowerRow, b: LowerRow): number {
  let sum = 0;
  for (let k = Math.max(a.first, b.first); k < column; k++) {
    sum += a.values[k - a.first]! * b.values[k - b.first]!;
  }
  return sum;
}

function last({ values }: LowerRow): number {
  return values[values.length - 1]!;
}

function rootOf(pivot: number): number {
  if (pivot > 0) return Math.sqrt(pivot);
  throw new ClassifierError(
    'diverged',
    `The equations of the classifier have no solution in float32 (a pivot is ${pivot}). Lower the largest value of ` +
      '`regularization`, and check that the features are normalized.',
  );
}
