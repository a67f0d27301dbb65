import type {
  ClassifierDescription,
  KernelRidgeDescription,
  RidgeDescription,
} from '../description/classifierDescription.js';
import type { Kernel } from '../kernel/kernels.js';
import { GradientSolver } from '../linear/gradientSolver.js';
import { softmaxLoss, squaredHingeLoss } from '../linear/scoreLoss.js';
import type { MatrixProducts } from '../matrix/matrixProducts.js';
import { DomainMean, type LinearSolverOf } from '../ridge/domainMean.js';
import { DualRidge } from '../ridge/dualRidge.js';
import { PrimalRidge } from '../ridge/primalRidge.js';
import type { Solver } from '../training/solver.js';
import type { TrainingSet } from '../training/trainingSet.js';

/** The values of C that a fit chooses from, by default. */
export const standardC = [0.1, 0.3, 1, 3, 10];
const standardGamma = [0.25];

/** Examples, and the domain of each, if known. */
export interface DomainSet extends TrainingSet {
  readonly domains?: readonly string[] | undefined;
}

/** The solver for a kind of classifier. */
export function solverOf(
  description: ClassifierDescription,
  set: DomainSet,
  products: MatrixProducts,
): Solver {
  const { regularization = standardC } = description;
  switch (description.kind) {
    case 'ridge':
      return averaged(description, set, (some) => linearRidge(some, regularization, products), products);
    case 'kernelRidge':
      return new DualRidge(set, regularization, kernelsOf(description), products);
    case 'logisticRegression':
      return new GradientSolver(set, regularization, softmaxLoss, products);
    case 'linearSvm':
      return new GradientSolver(set, regularization, squaredHingeLoss, products);
  }
}

/** The solver for all examples, or the mean over their domains if there are several and the description requests it. */
function averaged(
  { domainMean = false }: RidgeDescription,
  set: DomainSet,
  linearSolverOf: LinearSolverOf,
  products: MatrixProducts,
): Solver {
  const { domains = [] } = set;
  return domainMean && new Set(domains).size > 1
    ? new DomainMean(set, domains, linearSolverOf, products)
    : linearSolverOf(set);
}

/** In primal form, one unknown per feature, or in dual form, one per example, whichever needs fewer multiplications. */
export function linearRidge(
  set: TrainingSet,
  regularization: readonly number[],
  products: MatrixProducts,
): Solver {
  const { nRows, nColumns } = set.x;
  if (nRows > 1.5 * nColumns) return new PrimalRidge(set, regularization, products);
  return new DualRidge(set, regularization, [{ name: 'linear' }], products);
}

function kernelsOf({ kernel = 'rbf', gamma = standardGamma }: KernelRidgeDescription): readonly Kernel[] {
  return kernel === 'arcCosine'
    ? [{ name: 'arcCosine' }]
    : gamma.map((width) => ({ name: 'rbf', gamma: width }));
}
