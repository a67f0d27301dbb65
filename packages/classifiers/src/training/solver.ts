import type { Setting } from '../classifier/chosenSettings.js';
import type { Matrix } from '../matrix/matrix.js';
import type { DecisionFunction } from './decisionFunction.js';
import type { InnerFold } from './innerFolds.js';

/** A fitted decision function, and its scores of the examples that it was fitted to. */
export interface Fitted {
  readonly decision: DecisionFunction;
  /** `[n, nClasses]` */
  readonly scores: Matrix;
}

/** Fits one kind of classifier to one training set. */
export interface Solver {
  /** The settings to choose from. */
  readonly settings: readonly Setting[];
  /**
   * Fits to the training part of each fold and scores the held-out part, with every setting.
   *
   * @returns scores `[heldOut, nClasses]` for each setting, for each fold
   */
  heldOutScores(folds: readonly InnerFold[]): Promise<readonly (readonly Matrix[])[]>;
  /** Fits to all examples. */
  fit(setting: Setting): Promise<Fitted>;
}
