import { type FieldChecks, boolean, integerFrom, nonEmptyListOf, oneOf, optional, positive } from '@ser/core';
import { ClassifierError } from '../errors.js';

/** What every closed-form classifier may set. */
export interface ClassifierSettings {
  /**
   * Values of C to choose from, each > 0: how much the errors on the training examples weigh against the size of the
   * weights. Features are divided by the root of their number first, so that a C means the same for any number of them.
   *
   * @default [0.1, 0.3, 1, 3, 10]
   */
  readonly regularization?: readonly number[];
  /**
   * Parts that the training examples are cut into to choose the settings and to calibrate the probabilities, at least 2.
   *
   * @default 3
   */
  readonly innerFolds?: number;
  /**
   * Whether every class weighs the same in sum, however many examples it has.
   *
   * @default true
   */
  readonly balanced?: boolean;
}

/** Ridge regression to the targets +1 (its class) and -1 (every other one): least squares with an L2 penalty. */
export interface RidgeDescription extends ClassifierSettings {
  readonly kind: 'ridge';
  /**
   * Whether the weights are half those fitted to all examples and half the mean of those fitted to each domain alone, as
   * the training option `domains` names them: for corpora of unlike sizes, and tests on others.
   *
   * @default false
   */
  readonly domainMean?: boolean;
}

export const kernelNames = ['rbf', 'arcCosine'] as const;

/**
 * What tells how alike two examples are.
 *
 * - `rbf`: exp(-gamma · mean squared difference of the features), the radial basis function.
 * - `arcCosine`: that of degree 1 of `mean product of the features + 1`, which is what infinitely many rectified linear
 *   units of random weights and biases have in common: a network of one hidden layer without training one.
 *
 * @see Y. Cho, L. Saul, "Kernel methods for deep learning", 2009,
 * https://papers.nips.cc/paper/2009/hash/5751ec3e9a4feab575962e78e006250d-Abstract.html
 */
export type KernelName = (typeof kernelNames)[number];

/** Ridge regression to the same targets with a kernel. */
export interface KernelRidgeDescription extends ClassifierSettings {
  readonly kind: 'kernelRidge';
  /**
   * How alike two examples are.
   *
   * @default 'rbf'
   */
  readonly kernel?: KernelName;
  /**
   * Widths of the kernel to choose from, each > 0; the kernel 'arcCosine' has none.
   *
   * @default [0.25]
   */
  readonly gamma?: readonly number[];
}

/** Multinomial logistic regression with an L2 penalty on the weights, not on the biases. */
export interface LogisticRegressionDescription extends ClassifierSettings {
  readonly kind: 'logisticRegression';
}

/** A linear support vector machine for each class against the others, with squared hinge loss. */
export interface LinearSvmDescription extends ClassifierSettings {
  readonly kind: 'linearSvm';
}

/** A classifier whose training has one right answer, found without epochs; told apart by `kind`. */
export type ClassifierDescription =
  RidgeDescription | KernelRidgeDescription | LogisticRegressionDescription | LinearSvmDescription;

export type ClassifierKind = ClassifierDescription['kind'];

/** The kinds of closed-form classifiers of this version. */
export const classifierKinds = [
  'ridge',
  'kernelRidge',
  'logisticRegression',
  'linearSvm',
] as const satisfies readonly ClassifierKind[];

const settingsChecks: FieldChecks<ClassifierSettings> = {
  regularization: optional(nonEmptyListOf(positive, 'number')),
  innerFolds: optional(integerFrom(2)),
  balanced: optional(boolean),
};

const linearChecks = <Kind extends ClassifierKind>(kind: Kind) => ({
  kind: oneOf([kind]),
  ...settingsChecks,
});

/** The checks of each kind. */
export const classifierChecks: {
  readonly [Kind in ClassifierKind]: FieldChecks<Extract<ClassifierDescription, { kind: Kind }>>;
} = {
  ridge: { ...linearChecks('ridge'), domainMean: optional(boolean) },
  kernelRidge: {
    ...linearChecks('kernelRidge'),
    kernel: optional(oneOf(kernelNames)),
    gamma: optional(nonEmptyListOf(positive, 'number')),
  },
  logisticRegression: linearChecks('logisticRegression'),
  linearSvm: linearChecks('linearSvm'),
};

/** @throws {SerError} `invalid-network` for the width of a kernel that has none */
export function checkGamma(description: ClassifierDescription): void {
  if (description.kind !== 'kernelRidge' || description.kernel !== 'arcCosine') return;
  if (description.gamma === undefined) return;
  throw new ClassifierError(
    'invalid-option',
    "The kernel 'arcCosine' has no width. Leave out `classifier.gamma`, or take the kernel 'rbf'.",
  );
}
