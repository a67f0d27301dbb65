import type { ClosedFormDescription } from './closedFormDescription.js';
import { DualRidge } from './dualRidge.js';
import { GradientSolver } from './gradientSolver.js';
import type { MatrixProducts } from './matrixProducts.js';
import { PrimalRidge } from './primalRidge.js';
import { softmaxLoss, squaredHingeLoss } from './scoreLoss.js';
import type { Solver } from './solver.js';
import type { TrainingSet } from './trainingSet.js';

const standardC = [0.1, 0.3, 1, 3, 10];
const standardGamma = [0.25];

/** What fits a kind of classifier. */
export function solverOf(
  description: ClosedFormDescription,
  set: TrainingSet,
  products: MatrixProducts,
): Solver {
  const { regularization = standardC } = description;
  switch (description.kind) {
    case 'ridge':
      return ridgeSolver(set, regularization, products);
    case 'kernelRidge':
      return new DualRidge(set, regularization, description.gamma ?? standardGamma, products);
    case 'logisticRegression':
      return new GradientSolver(set, regularization, softmaxLoss, products);
    case 'linearSvm':
      return new GradientSolver(set, regularization, squaredHingeLoss, products);
  }
}

/** An unknown for each example or for each feature, whichever takes fewer multiplications. */
function ridgeSolver(set: TrainingSet, regularization: readonly number[], products: MatrixProducts): Solver {
  const { nRows, nColumns } = set.x;
  if (nRows > 1.5 * nColumns) return new PrimalRidge(set, regularization, products);
  return new DualRidge(set, regularization, [undefined], products);
}
