import type { Setting } from '../classifier/chosenSettings.js';
import type { StoredExamples } from '../classifier/examples.js';
import { addToRows, type Matrix, rowRange, scaleColumns, transpose } from '../matrix/matrix.js';
import type { MatrixProducts } from '../matrix/matrixProducts.js';
import { symmetricProduct } from '../matrix/symmetricProduct.js';
import type { LinearDecisionFunction } from '../training/decisionFunction.js';
import type { InnerFold } from '../training/innerFolds.js';
import type { Fitted, Solver } from '../training/solver.js';
import { allRows, classFactorsOfAll, targetsOfRows, type TrainingLabels } from '../training/trainingSet.js';
import { cellsOf, solveNormalEquations } from './normalEquations.js';
import { NormalSums } from './normalSums.js';

/** Examples that are read at a time: 62 MB with 3,779 features. */
const blockRows = 4096;

export interface StoredRidgeOptions {
  readonly labels: TrainingLabels;
  readonly regularization: readonly number[];
  readonly products: MatrixProducts;
  /** Called after each block of examples that is added to the equations. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Ridge regression in primal form on examples that are read block by block, for example from a file. Memory does not
 * depend on their number: products of blocks in float32 are added to the normal equations of all examples and of each
 * inner fold, in float64. The solution is the same as that of `PrimalRidge`, up to rounding.
 */
export class StoredRidge implements Solver {
  readonly settings: readonly Setting[];
  readonly #x: StoredExamples;
  readonly #labels: TrainingLabels;
  readonly #products: MatrixProducts;
  readonly #onProgress: StoredRidgeOptions['onProgress'];
  readonly #nFeatures: number;
  #ofAll: NormalSums | undefined;

  constructor(x: StoredExamples, { labels, regularization, products, onProgress }: StoredRidgeOptions) {
    this.#x = x;
    this.#labels = labels;
    this.settings = regularization.map((C) => ({ C }));
    this.#products = products;
    this.#onProgress = onProgress;
    this.#nFeatures = x.shape.slice(1).reduce((product, size) => product * size, 1);
  }

  async heldOutScores(folds: readonly InnerFold[]): Promise<readonly (readonly Matrix[])[]> {
    const selections = [allRows(this.#labels), ...folds.map(({ train }) => train)];
    const [ofAll, ...ofFolds] = await this.#accumulate(selections);
    this.#ofAll = ofAll!;
    const scores: Matrix[][] = this.settings.map(() => []);
    for (const [fold, { heldOut }] of folds.entries()) {
      const decisions = await solveNormalEquations(ofFolds[fold]!.equations(), this.settings, this.#products);
      const ofFold = await this.#scores(heldOut, decisions);
      ofFold.forEach((ofSetting, i) => scores[i]!.push(ofSetting));
    }
    return scores;
  }

  async fit(setting: Setting): Promise<Fitted> {
    const rows = allRows(this.#labels);
    this.#ofAll ??= (await this.#accumulate([rows]))[0]!;
    const decisions = await solveNormalEquations(this.#ofAll.equations(), [setting], this.#products);
    const [scores] = await this.#scores(rows, decisions);
    return { decision: decisions[0]!, scores: scores! };
  }

  /** The scores of some examples, `[rows, nClasses]`, by each decision function. */
  async #scores(rows: Int32Array, decisions: readonly LinearDecisionFunction[]): Promise<readonly Matrix[]> {
    const { nClasses } = this.#labels;
    const all = decisions.map(() => new Float32Array(rows.length * nClasses));
    for (let start = 0; start < rows.length; start += blockRows) {
      const block = rows.subarray(start, start + blockRows);
      const x: Matrix = { data: this.#x.read(block), nRows: block.length, nColumns: this.#nFeatures };
      for (const [i, { weights, bias }] of decisions.entries()) {
        const scores = await this.#products.multiply(x, weights, 'right');
        addToRows(scores, bias);
        all[i]!.set(scores.data, start * nClasses);
      }
    }
    return all.map((data) => ({ data, nRows: rows.length, nColumns: nClasses }));
  }

  /**
   * The equations of several selections of rows, in one pass. As in `PrimalRidge`, examples of one class that belong to
   * the same selections have the same factors, so each product is computed once for all selections.
   */
  async #accumulate(selections: readonly Int32Array[]): Promise<readonly NormalSums[]> {
    const { y, nClasses } = this.#labels;
    const factors = selections.map((rows) => classFactorsOfAll(this.#labels, rows));
    const sums = selections.map(() => new NormalSums(this.#nFeatures + 1, nClasses));
    let done = 0;
    for (const cell of cellsOf(factors)) {
      const factorOf = factors.map((ofSelection) => ofSelection[cell[0]!]!);
      for (let start = 0; start < cell.length; start += blockRows) {
        const block = cell.subarray(start, start + blockRows);
        await this.#addBlock(block, (visit) => {
          factorOf.forEach((factor, i) => factor > 0 && visit(sums[i]!, factor));
        });
        this.#onProgress?.((done += block.length), y.length);
      }
    }
    return sums;
  }

  async #addBlock(
    rows: Int32Array,
    eachSum: (visit: (sums: NormalSums, factor: number) => void) => void,
  ): Promise<void> {
    const { weights } = this.#labels;
    const roots = Float64Array.from(rows, (row) => (weights ? Math.sqrt(weights[row]!) : 1));
    const z = this.#features(rows, roots);
    const targets = transpose(targetsOfRows(this.#labels, rows));
    scaleColumns(targets, roots);
    const rightSides = await this.#products.multiply(targets, z);
    eachSum((sums, factor) => sums.addRightSides(rightSides, factor));
    for await (const product of symmetricProduct(transpose(z), this.#products)) {
      eachSum((sums, factor) => sums.addProduct(product, factor));
    }
  }

  /** `Z` of some rows, each times the square root of its weight. */
  #features(rows: Int32Array, roots: Float64Array): Matrix {
    const x: Matrix = { data: this.#x.read(rows), nRows: rows.length, nColumns: this.#nFeatures };
    const nColumns = x.nColumns + 1;
    const data = new Float32Array(rows.length * nColumns);
    for (let i = 0; i < rows.length; i++) {
      const share = roots[i]! / Math.sqrt(x.nColumns);
      const values = rowRange(x, i, i + 1).data;
      for (let column = 0; column < values.length; column++)
        data[i * nColumns + column] = values[column]! * share;
      data[(i + 1) * nColumns - 1] = roots[i]!;
    }
    return { data, nRows: rows.length, nColumns };
  }
}
