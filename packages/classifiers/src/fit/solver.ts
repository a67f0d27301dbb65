import type { CurvedKernel } from '../kernel/kernels.js';
import type { Matrix } from '../matrix/matrix.js';
import type { InnerFold } from './innerFolds.js';

/** One choice of what the data does not decide by itself. */
export interface Setting {
  /** How much errors weigh against the size of the weights. */
  readonly C: number;
  /** Width of the kernel, where there is one. */
  readonly gamma?: number;
}

/** A score for each class: a weighted sum of the features, and a bias. */
export interface LinearMachine {
  /** `[nClasses, nFeatures]` */
  readonly weights: Matrix;
  /** `[nClasses]` */
  readonly bias: Float32Array;
}

/** A score for each class: a weighted sum of similarities to the training examples, and a bias. */
export interface KernelMachine {
  /** `[nClasses, n]` */
  readonly coefficients: Matrix;
  /** `[nClasses]` */
  readonly bias: Float32Array;
  readonly kernel: CurvedKernel;
}

export type Machine = LinearMachine | KernelMachine;

/** A machine, and the scores it gives to the examples that it was fitted to, `[n, nClasses]`. */
export interface FittedMachine {
  readonly machine: Machine;
  readonly scores: Matrix;
}

/** One kind of classifier on one training set. */
export interface Solver {
  /** What it is to be tried with. */
  readonly settings: readonly Setting[];
  /**
   * Fits to the one part of each fold and scores the other, with every setting.
   *
   * @returns scores `[heldOut, nClasses]` for each setting, for each fold
   */
  heldOutScores(folds: readonly InnerFold[]): Promise<readonly (readonly Matrix[])[]>;
  /** Fits to all examples. */
  fit(setting: Setting): Promise<FittedMachine>;
}
