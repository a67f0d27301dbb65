import type { EpochRecord } from './epochRecord.js';
import type { Examples } from './examples.js';

/** How a classifier is trained on examples. */
export interface FitOptions {
  /**
   * The speaker of each example: settings are chosen on inner folds that keep each group together. Networks do not use
   * it.
   *
   * @default none: the inner folds are drawn from each class
   */
  readonly groups?: readonly string[] | undefined;
  /**
   * The corpus of each example: a ridge classifier with `domainMean` averages over them. Networks do not use it.
   *
   * @default none: all examples are of one corpus
   */
  readonly domains?: readonly string[] | undefined;
  /**
   * 1 for each example that is an altered copy of another example of its group, 0 for the others: inner folds fit to
   * copies and never measure on them. Networks do not use it.
   *
   * @default no copies
   */
  readonly copies?: Uint8Array | undefined;
  /**
   * How much each example counts in training, above 0. Networks do not use it.
   *
   * @default 1 for every example
   */
  readonly weights?: Float64Array | undefined;
  /**
   * Soft labels: the probability of each class, such as its share of the votes, row-major `[n, nClasses]`. Ridge and
   * kernel ridge classifiers are fitted to them instead of to `y`; `y` still decides class balance, inner folds, and
   * settings. Other classifiers do not use it.
   *
   * @default 1 for the class of each example
   */
  readonly softLabels?: Float32Array | undefined;
  /**
   * Examples to measure on after each epoch; never trained on.
   *
   * @default none
   */
  readonly validation?: { readonly x: Examples; readonly y: Int32Array };
  /** Ends training at the next opportunity; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called while the equations of `fitStored` grow, with the number of examples in them and of all examples. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Called after each epoch. */
  readonly onEpoch?: ((epoch: EpochRecord) => void) | undefined;
}
