/** What was right and what was answered, item by item. Classes are indices into one list of labels. */
export interface Outcome {
  /** The true class of each item, `0 … nClasses - 1`. */
  readonly actual: ArrayLike<number>;
  /** The answered class of each item, in the order of `actual`. */
  readonly predicted: ArrayLike<number>;
  /** The length of the list of labels; at least 1. Not every class has to occur. */
  readonly nClasses: number;
  /**
   * How probable each class was said to be: row-major, shape `[nItems, nClasses]`, each in `[0, 1]`, each row summing
   * to 1 within 0.001. Metrics that need probabilities refuse an outcome without them; the others do not look.
   *
   * @default none
   */
  readonly probabilities?: ArrayLike<number>;
}

/** The one shape of every metric: an outcome in, one number out. */
export type Metric = (outcome: Outcome) => number;

/** Counts of shape `[nClasses, nClasses]`: `matrix[actual][predicted]`. */
export type ConfusionMatrix = readonly (readonly number[])[];

export interface ZeroDivisionOptions {
  /**
   * The value of a ratio whose denominator is 0: precision of a class never predicted, recall of a class never actual,
   * F1 of a class that is neither, specificity of a class that every item is of. 0, 1 or NaN; NaN is left out of
   * averages.
   *
   * @default 0
   */
  readonly zeroDivision?: number;
}
