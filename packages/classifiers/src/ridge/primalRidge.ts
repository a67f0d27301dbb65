import type { Setting } from '../classifier/chosenSettings.js';
import {
  addToRows,
  type Matrix,
  rowRange,
  rowsOf,
  rowSums,
  scaleColumns,
  scaled,
  transpose,
} from '../matrix/matrix.js';
import type { MatrixProducts } from '../matrix/matrixProducts.js';
import { addRowBlock, mirrorLowerHalf, squareMatrix, symmetricProduct } from '../matrix/symmetricProduct.js';
import type { LinearDecisionFunction } from '../training/decisionFunction.js';
import type { InnerFold } from '../training/innerFolds.js';
import type { Fitted, Solver } from '../training/solver.js';
import {
  allRows,
  classFactorsOfAll,
  targetsOfRows,
  type TrainingSet,
  weightsOfAll,
} from '../training/trainingSet.js';
import { cellsOf, type NormalEquations, solveNormalEquations } from './normalEquations.js';

/**
 * Ridge regression in primal form, with one unknown per feature: `θ = (Zᵀ · W · Z + 1 / C)⁻¹ · Zᵀ · W · T`, where `Z`
 * holds the features, divided by the square root of their number, and a last column of ones. The solution is the same as
 * that of `DualRidge`; it is cheaper with many examples per feature.
 */
export class PrimalRidge implements Solver {
  readonly settings: readonly Setting[];
  readonly #set: TrainingSet;
  readonly #products: MatrixProducts;
  #ofAll: NormalEquations | undefined;

  constructor(set: TrainingSet, regularization: readonly number[], products: MatrixProducts) {
    this.#set = set;
    this.settings = regularization.map((C) => ({ C }));
    this.#products = products;
  }

  async heldOutScores(folds: readonly InnerFold[]): Promise<readonly (readonly Matrix[])[]> {
    const [ofAll, ...ofFolds] = await this.#equations([
      allRows(this.#set),
      ...folds.map(({ train }) => train),
    ]);
    this.#ofAll = ofAll!;
    const scores: Matrix[][] = this.settings.map(() => []);
    for (const [fold, { heldOut }] of folds.entries()) {
      const x = rowsOf(this.#set.x, heldOut);
      for (const [i, decision] of (
        await solveNormalEquations(ofFolds[fold]!, this.settings, this.#products)
      ).entries()) {
        scores[i]!.push(await this.#scores(x, decision));
      }
    }
    return scores;
  }

  async fit(setting: Setting): Promise<Fitted> {
    this.#ofAll ??= (await this.#equations([allRows(this.#set)]))[0]!;
    const decision = (await solveNormalEquations(this.#ofAll, [setting], this.#products))[0]!;
    return { decision, scores: await this.#scores(this.#set.x, decision) };
  }

  async #scores(x: Matrix, { weights, bias }: LinearDecisionFunction): Promise<Matrix> {
    const scores = await this.#products.multiply(x, weights, 'right');
    addToRows(scores, bias);
    return scores;
  }

  /**
   * The equations of several selections of rows. Examples of one class that belong to the same selections have the same
   * factors, so their products are computed once for all of them; the weight of an example itself is part of its features.
   */
  async #equations(selections: readonly Int32Array[]): Promise<readonly NormalEquations[]> {
    const size = this.#set.x.nColumns + 1;
    const factors = selections.map((rows) => classFactorsOfAll(this.#set, rows));
    const matrices = selections.map(() => squareMatrix(size));
    for (const cell of cellsOf(factors)) {
      const features = transpose(this.#features(cell));
      for await (const block of symmetricProduct(features, this.#products)) {
        matrices.forEach((matrix, i) => {
          const factor = factors[i]![cell[0]!]!;
          if (factor > 0) addRowBlock(matrix, block, factor);
        });
      }
    }
    matrices.forEach(mirrorLowerHalf);
    const equations: NormalEquations[] = [];
    for (const [i, matrix] of matrices.entries()) {
      const weights = weightsOfAll(this.#set, selections[i]!);
      equations.push({ matrix, rightSides: await this.#rightSides(weights) });
    }
    return equations;
  }

  /** `Tᵀ · W · Z` */
  async #rightSides(weights: Float64Array): Promise<Matrix> {
    const { x } = this.#set;
    const targets = transpose(targetsOfRows(this.#set, allRows(this.#set)));
    scaleColumns(targets, weights);
    const products = scaled(await this.#products.multiply(targets, x), 1 / Math.sqrt(x.nColumns));
    const nColumns = x.nColumns + 1;
    const data = new Float32Array(targets.nRows * nColumns);
    rowSums(targets).forEach((sum, row) => {
      data.set(rowRange(products, row, row + 1).data, row * nColumns);
      data[(row + 1) * nColumns - 1] = sum;
    });
    return { data, nRows: targets.nRows, nColumns };
  }

  /** `Z` of some rows, each times the square root of its weight. */
  #features(rows: Int32Array): Matrix {
    const { x, weights } = this.#set;
    const nColumns = x.nColumns + 1;
    const data = new Float32Array(rows.length * nColumns);
    rows.forEach((row, i) => {
      const root = weights ? Math.sqrt(weights[row]!) : 1;
      const share = root / Math.sqrt(x.nColumns);
      const values = rowRange(x, row, row + 1).data;
      for (let column = 0; column < values.length; column++)
        data[i * nColumns + column] = values[column]! * share;
      data[(i + 1) * nColumns - 1] = root;
    });
    return { data, nRows: rows.length, nColumns };
  }
}
