/** Settings of every classifier. */
export interface ClassifierSettings {
  /**
   * Values of C to choose from, each above 0: the weight of the training errors relative to the size of the weights.
   * Features are divided by the square root of their number first, so a value of C means the same for any number.
   *
   * @default [0.1, 0.3, 1, 3, 10]
   */
  readonly regularization?: readonly number[];
  /**
   * Number of folds of the training examples, at least 2, that choose the settings and calibrate the probabilities.
   *
   * @default 3
   */
  readonly innerFolds?: number;
  /**
   * Which examples the inner folds keep together: those of a group, such as a speaker, or those of a domain, such as a
   * corpus, for classifiers that are used on other domains. Without several domains, groups are kept together.
   *
   * @default 'group'
   */
  readonly heldOut?: 'group' | 'domain';
  /**
   * Whether examples are weighted so that every class has the same total weight.
   *
   * @default true
   */
  readonly balanced?: boolean;
}

/** Ridge regression to the targets +1 (its class) and -1 (every other class): least squares with an L2 penalty. */
export interface RidgeDescription extends ClassifierSettings {
  readonly kind: 'ridge';
  /**
   * Whether the weights are the mean of those fitted to all examples and the average of those fitted to each domain
   * alone (see `domains` in `FitOptions`): for corpora of different sizes, and tests on other corpora.
   *
   * @default false
   */
  readonly domainMean?: boolean;
}

/** The kernels of `kernelRidge`. */
export const kernelNames = ['rbf', 'arcCosine'] as const;

/**
 * Similarity of two examples.
 *
 * - `rbf`: exp(-gamma · mean squared difference of the features), the radial basis function.
 * - `arcCosine`: the arc-cosine kernel of degree 1 of `mean product of the features + 1`. It equals the similarity of the
 *   outputs of infinitely many rectified linear units with random weights and biases: a network with one hidden layer,
 *   without training one.
 *
 * @see Y. Cho, L. Saul, "Kernel methods for deep learning", 2009,
 * https://papers.nips.cc/paper/2009/hash/5751ec3e9a4feab575962e78e006250d-Abstract.html
 */
export type KernelName = (typeof kernelNames)[number];

/** Ridge regression to the same targets with a kernel. */
export interface KernelRidgeDescription extends ClassifierSettings {
  readonly kind: 'kernelRidge';
  /** @default 'rbf' */
  readonly kernel?: KernelName;
  /**
   * Widths of the kernel to choose from, each above 0; the kernel `arcCosine` has none.
   *
   * @default [0.25]
   */
  readonly gamma?: readonly number[];
}

/** Multinomial logistic regression with an L2 penalty on the weights, not on the biases. */
export interface LogisticRegressionDescription extends ClassifierSettings {
  readonly kind: 'logisticRegression';
}

/** A one-vs-rest linear support vector machine with squared hinge loss. */
export interface LinearSvmDescription extends ClassifierSettings {
  readonly kind: 'linearSvm';
}

/** A classifier that is fitted by solving an optimization problem, without epochs, as JSON. */
export type ClassifierDescription =
  RidgeDescription | KernelRidgeDescription | LogisticRegressionDescription | LinearSvmDescription;

export type ClassifierKind = ClassifierDescription['kind'];

/** The kinds of classifiers in this version. */
export const classifierKinds = [
  'ridge',
  'kernelRidge',
  'logisticRegression',
  'linearSvm',
] as const satisfies readonly ClassifierKind[];
