import { notFinite } from '../matrix/notFinite.js';
import { addTo, difference, dot } from '../matrix/vectors.js';
import { Lbfgs } from '../solve/lbfgs.js';
import { lineSearch } from '../solve/lineSearch.js';
import type { ScoreLoss } from './scoreLoss.js';

export interface LinearFitOptions {
  readonly loss: ScoreLoss;
  /** Class of each example. */
  readonly y: Int32Array;
  readonly nClasses: number;
  /** Weight of each example, 0 for those not fitted to. */
  readonly weights: Float64Array;
}

/** Parameters of a linear classifier, or a direction in their space, with the scores of all examples. */
export interface LinearPoint {
  /** `[nClasses, nFeatures]` row-major, then the biases `[nClasses]`. */
  readonly parameters: Float64Array;
  /** Row-major, `[n, nClasses]`. */
  readonly scores: Float64Array;
}

/** A fit ends at this fraction of the gradient norm at zero weights. */
const tolerance = 1e-6;

/**
 * One fit of a linear classifier: minimizes the mean loss plus the penalty `|weights|² / (2 · C · sum of example
 * weights)`. Scores are linear in the parameters, so a line search needs only the scores of its direction.
 */
export class LinearFit {
  readonly point: LinearPoint;
  /** Derivative of the mean loss with respect to the scores, `[n, nClasses]`. */
  readonly residuals: Float64Array;
  readonly #options: LinearFitOptions;
  readonly #sumOfWeights: number;
  /** The penalty applies to this many parameters, the first ones. */
  readonly #nPenalized: number;
  #penalty = 0;
  #memory = new Lbfgs();
  #gradient: Float64Array = new Float64Array();
  #firstLength: number | undefined;
  #lastStep: Float64Array | undefined;
  #done = false;

  constructor(options: LinearFitOptions, nFeatures: number) {
    const { loss, y, nClasses, weights } = options;
    const nParameters = nClasses * (nFeatures + 1);
    this.#options = options;
    this.#sumOfWeights = weights.reduce((sum, weight) => sum + weight, 0);
    this.#nPenalized = loss.penalizesBias ? nParameters : nParameters - nClasses;
    const scores = new Float64Array(y.length * nClasses);
    this.point = { parameters: new Float64Array(nParameters), scores };
    this.residuals = new Float64Array(scores.length);
    this.#writeResiduals(scores, this.residuals);
  }

  /** Sets the weight of the training errors relative to the size of the weights; the fit continues from its point. */
  setC(C: number): void {
    this.#penalty = 1 / (C * this.#sumOfWeights);
    this.#memory = new Lbfgs();
    this.#lastStep = undefined;
    this.#done = false;
  }

  get done(): boolean {
    return this.#done;
  }

  /**
   * @param ofLoss gradient of the mean loss at this point; it is overwritten
   * @returns the search direction
   * @throws {SerError} `diverged` when it is not finite
   */
  direction(ofLoss: Float64Array): Float64Array {
    const penalized = ofLoss.subarray(0, this.#nPenalized);
    addTo(penalized, this.point.parameters, this.#penalty);
    if (this.#lastStep) this.#memory.update(this.#lastStep, difference(ofLoss, this.#gradient));
    this.#gradient = ofLoss;
    const length = Math.sqrt(dot(ofLoss, ofLoss));
    if (!Number.isFinite(length)) throw notFinite();
    this.#firstLength ??= length;
    if (length <= tolerance * this.#firstLength) this.#done = true;
    return this.#memory.direction(ofLoss);
  }

  /** Moves along a direction to where the objective stops falling. */
  step({ parameters, scores }: LinearPoint): void {
    const distance = lineSearch(this.#slopeAlong({ parameters, scores }));
    if (distance === 0) this.#done = true; // only rounding errors are left
    addTo(this.point.parameters, parameters, distance);
    addTo(this.point.scores, scores, distance);
    this.#lastStep = new Float64Array(parameters.length);
    addTo(this.#lastStep, parameters, distance);
    this.#writeResiduals(this.point.scores, this.residuals);
  }

  #slopeAlong({ parameters, scores }: LinearPoint): (distance: number) => number {
    const ofPenalized = parameters.subarray(0, this.#nPenalized);
    const [constant, growing] = [dot(ofPenalized, this.point.parameters), dot(ofPenalized, ofPenalized)];
    const here = this.point.scores;
    const there = new Float64Array(scores.length);
    const residuals = new Float64Array(scores.length);
    return (distance) => {
      for (let i = 0; i < there.length; i++) there[i] = here[i]! + distance * scores[i]!;
      this.#writeResiduals(there, residuals);
      return dot(residuals, scores) + this.#penalty * (constant + distance * growing);
    };
  }

  #writeResiduals(scores: Float64Array, residuals: Float64Array): void {
    const { loss, y, nClasses, weights } = this.#options;
    loss.derive(scores, y, residuals);
    for (let row = 0; row < y.length; row++) {
      const share = weights[row]! / this.#sumOfWeights;
      for (let i = row * nClasses; i < (row + 1) * nClasses; i++) residuals[i]! *= share;
    }
  }
}
