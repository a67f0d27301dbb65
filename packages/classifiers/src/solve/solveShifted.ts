import { type Matrix, rowRange } from '../matrix/matrix.js';
import type { MatrixProducts } from '../matrix/matrixProducts.js';
import type { SymmetricOperator } from '../matrix/symmetricOperator.js';
import { BlockBand } from './blockBand.js';
import { OrthonormalBasis } from './orthonormalBasis.js';

/** Largest residual, relative to the right side. */
const tolerance = 1e-5;

/**
 * Solves `(A + shift) · x = b` for several right sides and several shifts above 0 at once, with the block Lanczos method
 * and full reorthogonalization. The Krylov subspace of `A` and the right sides is the same for every shift; in its basis
 * `A` is a narrow band matrix, whose equations cost almost nothing. About a hundred basis vectors usually suffice.
 *
 * @param rightSides `[n, size]`, one per row
 * @returns the solutions for each shift, `[n, size]`
 * @throws {SerError} `diverged` when there is no finite solution
 * @see Golub and Van Loan, Matrix Computations, 4th ed., 10.3.6
 */
export async function solveShifted(
  operator: SymmetricOperator,
  rightSides: Matrix,
  shifts: readonly number[],
  products: MatrixProducts,
): Promise<readonly Matrix[]> {
  const basis = new OrthonormalBasis(operator.size, products);
  const { vectors, coefficients } = await basis.add(rightSides);
  const band = new BlockBand(shifts, coefficients);
  for (let newest = vectors; newest.nRows > 0;) {
    const images = await operator.apply(newest);
    const among = await products.multiply(newest, images, 'right');
    const next = await basis.add(images);
    band.add(among, next.coefficients);
    if (band.residual <= tolerance) break;
    newest = next.vectors;
  }
  return band.solutions(rowRange(basis.vectors, 0, band.size), products);
}
