import type { Setting } from '../classifier/chosenSettings.js';
import { type Matrix, rowRange } from '../matrix/matrix.js';
import type { MatrixProducts } from '../matrix/matrixProducts.js';
import type { InnerFold } from '../training/innerFolds.js';
import type { Fitted, Solver } from '../training/solver.js';
import { allRows, type TrainingSet, weightsOfAll } from '../training/trainingSet.js';
import { LinearFit } from './linearFit.js';
import type { ScoreLoss } from './scoreLoss.js';

/** Largest number of steps of a fit; a few dozen are usual. */
const maxSteps = 1000;

/**
 * Minimizes a smooth convex loss of a linear classifier with limited-memory BFGS. Fits to several selections of rows run
 * side by side: the features are read once for all of them, to score the examples and again for the gradients.
 */
export class GradientSolver implements Solver {
  readonly settings: readonly Setting[];
  readonly #set: TrainingSet;
  readonly #loss: ScoreLoss;
  readonly #products: MatrixProducts;

  constructor(
    set: TrainingSet,
    regularization: readonly number[],
    loss: ScoreLoss,
    products: MatrixProducts,
  ) {
    this.settings = regularization.map((C) => ({ C }));
    this.#set = set;
    this.#loss = loss;
    this.#products = products;
  }

  async heldOutScores(folds: readonly InnerFold[]): Promise<readonly (readonly Matrix[])[]> {
    const fits = folds.map(({ train }) => this.#start(train));
    const scores: Matrix[][] = [];
    const ascending = [...this.settings.keys()].sort((a, b) => this.settings[a]!.C - this.settings[b]!.C);
    for (const i of ascending) {
      await this.#finish(fits, this.settings[i]!.C);
      scores[i] = fits.map((fit, fold) => scoresOf(fit, folds[fold]!.heldOut, this.#set.nClasses));
    }
    return scores;
  }

  async fit({ C }: Setting): Promise<Fitted> {
    const { x, nClasses } = this.#set;
    const fit = this.#start(allRows(this.#set));
    await this.#finish([fit], C);
    const parameters = Float32Array.from(fit.point.parameters);
    const nWeights = nClasses * x.nColumns;
    const share = 1 / Math.sqrt(x.nColumns);
    const data = parameters.subarray(0, nWeights).map((weight) => weight * share);
    const weights: Matrix = { data, nRows: nClasses, nColumns: x.nColumns };
    return {
      decision: { weights, bias: parameters.slice(nWeights) },
      scores: scoresOf(fit, allRows(this.#set), nClasses),
    };
  }

  #start(rows: Int32Array): LinearFit {
    const { y, nClasses, x } = this.#set;
    const weights = weightsOfAll(this.#set, rows);
    return new LinearFit({ loss: this.#loss, y, nClasses, weights }, x.nColumns);
  }

  async #finish(fits: readonly LinearFit[], C: number): Promise<void> {
    for (const fit of fits) fit.setC(C);
    for (let step = 0; step < maxSteps; step++) {
      const running = fits.filter((fit) => !fit.done);
      if (running.length === 0) return;
      const gradients = await this.#gradients(running);
      const directions = running.map((fit, i) => fit.direction(gradients[i]!));
      const scores = await this.#scores(directions);
      running.forEach((fit, i) => fit.step({ parameters: directions[i]!, scores: scores[i]! }));
    }
  }

  /** Gradients of the mean losses with respect to the parameters. */
  async #gradients(fits: readonly LinearFit[]): Promise<readonly Float64Array[]> {
    const { x, nClasses } = this.#set;
    const share = 1 / Math.sqrt(x.nColumns);
    const residuals = columnsSideBySide(
      fits.map((fit) => fit.residuals),
      nClasses,
    );
    const products = await this.#products.multiply(residuals, x, 'left');
    return fits.map(({ residuals: ofFit }, i) => {
      const ofWeights = rowRange(products, i * nClasses, (i + 1) * nClasses).data;
      const gradient = new Float64Array(ofWeights.length + nClasses);
      for (let k = 0; k < ofWeights.length; k++) gradient[k] = share * ofWeights[k]!;
      for (let k = 0; k < ofFit.length; k++) gradient[ofWeights.length + (k % nClasses)]! += ofFit[k]!;
      return gradient;
    });
  }

  /** Scores of all examples with each of several parameter vectors. */
  async #scores(parameters: readonly Float64Array[]): Promise<readonly Float64Array[]> {
    const { x, nClasses } = this.#set;
    const share = 1 / Math.sqrt(x.nColumns);
    const nWeights = nClasses * x.nColumns;
    const data = new Float32Array(parameters.length * nWeights);
    parameters.forEach((ofFit, i) => data.set(ofFit.subarray(0, nWeights), i * nWeights));
    const weights: Matrix = { data, nRows: parameters.length * nClasses, nColumns: x.nColumns };
    const products = await this.#products.multiply(x, weights, 'right');
    return parameters.map((ofFit, fit) => {
      const scores = new Float64Array(x.nRows * nClasses);
      for (let i = 0; i < scores.length; i++) {
        const label = i % nClasses;
        const product = products.data[((i - label) / nClasses) * products.nColumns + fit * nClasses + label]!;
        scores[i] = share * product + ofFit[nWeights + label]!;
      }
      return scores;
    });
  }
}

/** Concatenates matrices of `nColumns` columns each along the columns. */
function columnsSideBySide(parts: readonly Float64Array[], nColumns: number): Matrix {
  const nRows = parts[0]!.length / nColumns;
  const width = parts.length * nColumns;
  const data = new Float32Array(nRows * width);
  parts.forEach((part, i) => {
    for (let row = 0; row < nRows; row++) {
      data.set(part.subarray(row * nColumns, (row + 1) * nColumns), row * width + i * nColumns);
    }
  });
  return { data, nRows, nColumns: width };
}

function scoresOf({ point }: LinearFit, rows: Int32Array, nClasses: number): Matrix {
  const data = new Float32Array(rows.length * nClasses);
  rows.forEach((row, i) => {
    data.set(point.scores.subarray(row * nClasses, (row + 1) * nClasses), i * nClasses);
  });
  return { data, nRows: rows.length, nColumns: nClasses };
}
