/** The true and the predicted class of each item. Classes are indices into one list of labels. */
export interface Outcome {
  /** The true class of each item, `0 … nClasses - 1`. */
  readonly actual: ArrayLike<number>;
  /** The predicted class of each item, in the order of `actual`. */
  readonly predicted: ArrayLike<number>;
  /** The length of the list of labels; at least 1. Not every class has to occur. */
  readonly nClasses: number;
  /**
   * The predicted probability of each class: row-major, shape `[nItems, nClasses]`, each in `[0, 1]`, each row summing
   * to 1 within 0.001. Metrics that need probabilities throw without them; the others ignore them.
   *
   * @default none
   */
  readonly probabilities?: ArrayLike<number>;
}

/** The one shape of every metric: an outcome in, one number out. */
export type Metric = (outcome: Outcome) => number;
