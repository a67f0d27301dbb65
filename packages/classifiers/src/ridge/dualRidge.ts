import type { Setting } from '../classifier/chosenSettings.js';
import { gammaOf, gramMatrix, isSameKernel, type Kernel, kernelMatrix } from '../kernel/kernels.js';
import {
  addToRows,
  type Matrix,
  rowSums,
  scaleColumns,
  scaled,
  submatrix,
  transpose,
} from '../matrix/matrix.js';
import type { MatrixProducts } from '../matrix/matrixProducts.js';
import { biasedOperator } from '../matrix/symmetricOperator.js';
import { solveShifted } from '../solve/solveShifted.js';
import type { InnerFold } from '../training/innerFolds.js';
import type { Fitted, Solver } from '../training/solver.js';
import { allRows, exampleWeights, targetsOfRows, type TrainingSet } from '../training/trainingSet.js';

/**
 * Ridge regression in dual form, with one unknown per example: `α = (K + 1 + diag(1 / (C · w)))⁻¹ · T`, where `K` holds
 * the similarities of the examples, `w` their weights, and `T` their targets; the 1 gives a bias. Multiplied by `s = √w`
 * on both sides, the equations of all C differ only in a shift, `(S · (K + 1) · S + 1 / C) · S⁻¹ · α = S · T`, and are
 * solved together. The equations of an inner fold use some rows and columns of the same `K`.
 *
 * @see Saunders, Gammerman and Vovk, Ridge regression learning algorithm in dual variables, ICML 1998
 */
export class DualRidge implements Solver {
  readonly settings: readonly Setting[];
  readonly #set: TrainingSet;
  readonly #regularization: readonly number[];
  readonly #kernels: readonly Kernel[];
  readonly #products: MatrixProducts;
  #gram: Promise<Matrix> | undefined;
  /** Only the last one is kept: it is large. */
  #similarities: { readonly kernel: Kernel; readonly matrix: Matrix } | undefined;

  /** @param kernels the kernels to choose from; kernels of the same name differ in `gamma` */
  constructor(
    set: TrainingSet,
    regularization: readonly number[],
    kernels: readonly Kernel[],
    products: MatrixProducts,
  ) {
    this.#set = set;
    this.#regularization = regularization;
    this.#kernels = kernels;
    this.#products = products;
    this.settings = kernels.flatMap((kernel) => {
      const gamma = gammaOf(kernel);
      return regularization.map((C) => (gamma === undefined ? { C } : { C, gamma }));
    });
  }

  async heldOutScores(folds: readonly InnerFold[]): Promise<readonly (readonly Matrix[])[]> {
    const scores: Matrix[][] = [];
    for (const kernel of this.#kernels) {
      const ofKernel: Matrix[][] = this.#regularization.map(() => []);
      for (const fold of folds) {
        const ofFold = await this.#heldOutScoresOf(fold, await this.#similaritiesOf(kernel));
        ofFold.forEach((ofSetting, i) => ofKernel[i]!.push(ofSetting));
      }
      scores.push(...ofKernel);
    }
    return scores;
  }

  async fit({ C, gamma }: Setting): Promise<Fitted> {
    const { x } = this.#set;
    const kernel = this.#kernels.find((one) => gammaOf(one) === gamma)!;
    const similarities = await this.#similaritiesOf(kernel);
    const [coefficients] = (await this.#solve(similarities, allRows(this.#set), [C])) as [Matrix];
    const scores = await this.#scores(similarities, coefficients);
    const bias = rowSums(coefficients);
    if (kernel.name !== 'linear') return { decision: { coefficients, bias, kernel }, scores };
    const weights = await this.#products.multiply(coefficients, x);
    return { decision: { weights: scaled(weights, 1 / x.nColumns), bias }, scores };
  }

  /** @returns scores for each C */
  async #heldOutScoresOf({ train, heldOut }: InnerFold, kernel: Matrix): Promise<readonly Matrix[]> {
    const similarities = submatrix(kernel, heldOut, train);
    const scores: Matrix[] = [];
    for (const coefficients of await this.#solve(
      submatrix(kernel, train, train),
      train,
      this.#regularization,
    )) {
      scores.push(await this.#scores(similarities, coefficients));
    }
    return scores;
  }

  async #scores(similarities: Matrix, coefficients: Matrix): Promise<Matrix> {
    const scores = await this.#products.multiply(similarities, coefficients, 'right');
    addToRows(scores, rowSums(coefficients));
    return scores;
  }

  /**
   * @param kernel of these rows
   * @returns for each C, coefficients `[nClasses, rows]`
   */
  async #solve(
    kernel: Matrix,
    rows: Int32Array,
    regularization: readonly number[],
  ): Promise<readonly Matrix[]> {
    const roots = exampleWeights(this.#set, rows).map(Math.sqrt);
    const operator = biasedOperator(kernel, roots, this.#products);
    const targets = transpose(targetsOfRows(this.#set, rows));
    scaleColumns(targets, roots);
    const shifts = regularization.map((C) => 1 / C);
    const solutions = await solveShifted(operator, targets, shifts, this.#products);
    for (const solution of solutions) scaleColumns(solution, roots);
    return solutions;
  }

  async #similaritiesOf(kernel: Kernel): Promise<Matrix> {
    if (this.#similarities && isSameKernel(this.#similarities.kernel, kernel))
      return this.#similarities.matrix;
    this.#similarities = undefined;
    this.#gram ??= gramMatrix(this.#set.x, this.#products);
    const matrix = kernelMatrix(await this.#gram, kernel);
    this.#similarities = { kernel, matrix };
    return matrix;
  }
}
