import type { CurvedKernel } from '../kernel/kernels.js';
import type { Matrix } from '../matrix/matrix.js';

/** One score per class: a weighted sum of the features, and a bias. */
export interface LinearDecisionFunction {
  /** `[nClasses, nFeatures]` */
  readonly weights: Matrix;
  /** `[nClasses]` */
  readonly bias: Float32Array;
}

/** One score per class: a weighted sum of the similarities to the training examples, and a bias. */
export interface KernelDecisionFunction {
  /** `[nClasses, n]` */
  readonly coefficients: Matrix;
  /** `[nClasses]` */
  readonly bias: Float32Array;
  readonly kernel: CurvedKernel;
}

/** What a classifier computes before the softmax. */
export type DecisionFunction = LinearDecisionFunction | KernelDecisionFunction;
