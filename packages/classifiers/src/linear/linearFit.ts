import { notFinite } from '../matrix/notFinite.js';
import { addTo, difference, dot } from '../matrix/vectors.js';
import { Lbfgs } from '../solve/lbfgs.js';
import { stepAlong } from '../solve/stepAlong.js';
import type { ScoreLoss } from './scoreLoss.js';

export interface LinearFitOptions {
  readonly loss: ScoreLoss;
  /** Class of each example. */
  readonly y: Int32Array;
  readonly nClasses: number;
  /** How much each example weighs, 0 for those not fitted to. */
  readonly weights: Float64Array;
}

/** Weights of a linear classifier or a direction of them, and the scores of all examples that go with it. */
export interface LinearPoint {
  /** `[nClasses, nFeatures]` row-major, then the biases `[nClasses]`. */
  readonly parameters: Float64Array;
  /** Row-major, `[n, nClasses]`. */
  readonly scores: Float64Array;
}

/** Share of the gradient at zero weights at which a fit is done. */
const tolerance = 1e-6;

/**
 * A linear classifier on its way to the least mean loss and penalty, `|weights|² / (2 · C · sum of example weights)`.
 * Scores are linear in the parameters, so that a look along a line takes only the scores of its direction.
 */
export class LinearFit {
  readonly point: LinearPoint;
  /** Derivative of the mean loss by the scores, `[n, nClasses]`. */
  readonly residuals: Float64Array;
  readonly #options: LinearFitOptions;
  readonly #sumOfWeights: number;
  /** Number of parameters that the penalty is on: the first ones. */
  readonly #nPenalised: number;
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
    this.#nPenalised = loss.penalisesBias ? nParameters : nParameters - nClasses;
    const scores = new Float64Array(y.length * nClasses);
    this.point = { parameters: new Float64Array(nParameters), scores };
    this.residuals = new Float64Array(scores.length);
    this.#writeResiduals(scores, this.residuals);
  }

  /** Sets how much errors weigh against the size of the weights. The way goes on from the point it has reached. */
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
   * @param ofLoss gradient of the mean loss at this point, which is overwritten
   * @returns parameters of the direction to go from here
   * @throws {SerError} `diverged` when it is not finite
   */
  turn(ofLoss: Float64Array): Float64Array {
    const penalised = ofLoss.subarray(0, this.#nPenalised);
    addTo(penalised, this.point.parameters, this.#penalty);
    if (this.#lastStep) this.#memory.learn(this.#lastStep, difference(ofLoss, this.#gradient));
    this.#gradient = ofLoss;
    const length = Math.sqrt(dot(ofLoss, ofLoss));
    if (!Number.isFinite(length)) throw notFinite();
    this.#firstLength ??= length;
    if (length <= tolerance * this.#firstLength) this.#done = true;
    return this.#memory.direction(ofLoss);
  }

  /** Goes along a direction, to where it leads no further down. */
  go({ parameters, scores }: LinearPoint): void {
    const distance = stepAlong(this.#slopeAlong({ parameters, scores }));
    if (distance === 0) this.#done = true; // what is left is rounding
    addTo(this.point.parameters, parameters, distance);
    addTo(this.point.scores, scores, distance);
    this.#lastStep = new Float64Array(parameters.length);
    addTo(this.#lastStep, parameters, distance);
    this.#writeResiduals(this.point.scores, this.residuals);
  }

  #slopeAlong({ parameters, scores }: LinearPoint): (distance: number) => number {
    const ofPenalised = parameters.subarray(0, this.#nPenalised);
    const [constant, growing] = [dot(ofPenalised, this.point.parameters), dot(ofPenalised, ofPenalised)];
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
