import type { Setting } from '../classifier/chosenSettings.js';
import { type Matrix, rowRange, scaled, transpose } from '../matrix/matrix.js';
import type { MatrixProducts } from '../matrix/matrixProducts.js';
import { plainOperator } from '../matrix/symmetricOperator.js';
import { solveShifted } from '../solve/solveShifted.js';
import type { LinearDecisionFunction } from '../training/decisionFunction.js';

/**
 * Normal equations of some rows without the penalty: `Zᵀ · W · Z` and `Zᵀ · W · T`, where `Z` holds the features, divided
 * by the square root of their number, and a last column of ones.
 */
export interface NormalEquations {
  /** `[nFeatures + 1, nFeatures + 1]` */
  readonly matrix: Matrix;
  /** `[nClasses, nFeatures + 1]` */
  readonly rightSides: Matrix;
}

/** The decision functions of ridge regression with the penalty `1 / C` of each setting. */
export async function solveNormalEquations(
  { matrix, rightSides }: NormalEquations,
  settings: readonly Setting[],
  products: MatrixProducts,
): Promise<readonly LinearDecisionFunction[]> {
  const nFeatures = matrix.nRows - 1;
  const operator = plainOperator(matrix, products);
  const shifts = settings.map(({ C }) => 1 / C);
  const solutions = await solveShifted(operator, rightSides, shifts, products);
  return solutions.map((solution) => {
    const rows = transpose(solution);
    const weights = transpose(rowRange(rows, 0, nFeatures));
    return {
      weights: scaled(weights, 1 / Math.sqrt(nFeatures)),
      bias: rowRange(rows, nFeatures, nFeatures + 1).data,
    };
  });
}

/** Groups of rows that have the same weight in every selection. */
export function cellsOf(weights: readonly Float64Array[]): readonly Int32Array[] {
  const cells = new Map<string, number[]>();
  for (let row = 0; row < weights[0]!.length; row++) {
    const key = weights.map((ofSelection) => ofSelection[row]!).join();
    const cell = cells.get(key);
    if (cell) cell.push(row);
    else cells.set(key, [row]);
  }
  return [...cells.values()].map((rows) => Int32Array.from(rows));
}
