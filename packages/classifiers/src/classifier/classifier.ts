import type { ChosenSettings } from './chosenSettings.js';
import type { EpochRecord } from './epochRecord.js';
import type { Examples, StoredExamples } from './examples.js';
import type { FitOptions } from './fitOptions.js';

/** A saved classifier: the files of the TensorFlow.js layers format, `model.json` and `weights.bin`, by name. */
export type ClassifierFiles = Readonly<Record<string, Uint8Array>>;

/** Predicts the probability of each class. */
export interface Classifier {
  /** Shape of one example, without the first axis. */
  readonly inputShape: readonly number[];
  readonly nClasses: number;
  /**
   * @param x examples of shape `[n, ...inputShape]`
   * @returns row-major, `[n, nClasses]`; each row sums to 1
   * @throws {SerError} `shape-mismatch`
   */
  predictProbabilities(x: Examples): Promise<Float32Array>;
  /** @returns `model.json` and `weights.bin`, which any TensorFlow.js program loads */
  save(): Promise<ClassifierFiles>;
  /** Frees the weights. Afterwards, the classifier neither predicts nor saves. */
  dispose(): void;
}

/** A classifier that can be trained: made by `createClassifier`. */
export interface TrainableClassifier<Options = FitOptions> extends Classifier {
  /** The settings that the last `fit` chose; networks choose none. */
  readonly choice?: ChosenSettings | undefined;
  /**
   * Trains on examples of shape `[n, ...inputShape]`.
   *
   * @param y class of each example, from 0
   * @returns one record per epoch; a classifier without epochs has one
   * @throws {SerError} `shape-mismatch`, `invalid-option`, `diverged`
   */
  fit(x: Examples, y: Int32Array, options: Options): Promise<readonly EpochRecord[]>;
  /**
   * As `fit`, with examples that are read block by block, for more of them than fit in the memory. Only ridge classifiers
   * without `domainMean` have it; it needs more examples than features.
   */
  readonly fitStored?: (
    x: StoredExamples,
    y: Int32Array,
    options: FitOptions,
  ) => Promise<readonly EpochRecord[]>;
}
