/** One combination of the hyperparameters that inner cross-validation chooses. */
export interface Setting {
  /** Weight of the training errors relative to the size of the weights. */
  readonly C: number;
  /** Width of the kernel, if it has one. */
  readonly gamma?: number;
}

/** A setting and its score on the held-out examples. */
export interface TriedSetting extends Setting {
  /** Unweighted average recall of the held-out examples, mean over the inner folds, 0 to 1. */
  readonly uar: number;
}

/** The setting that a classifier chose, by cross-validation within its training examples. */
export interface ChosenSettings extends Setting {
  /** Unweighted average recall of the held-out examples with this setting, mean over the inner folds, 0 to 1. */
  readonly innerUar: number;
  /**
   * Factor of the scores before the softmax, which calibrates the probabilities on the held-out examples; the inverse of
   * the temperature of Guo et al., 2017.
   */
  readonly temperature: number;
  /** Number of inner folds, each held out once. */
  readonly innerFolds: number;
  /** Every setting that was tried; the first of the best is chosen. */
  readonly table: readonly TriedSetting[];
}
