import type { EpochRecord } from '@ser/models';
import type { TrainingOptions } from '@ser/models';
import type { Examples } from './examples.js';
import type { ClosedFormChoice } from './fit/chooseSetting.js';

/** A saved network: the parts of the standard TensorFlow.js layers format, by file name. */
export type ClassifierFiles = Readonly<Record<string, Uint8Array>>;

/** Learns and tells classes: a network or a closed-form classifier, the same face on every engine. */
export interface Classifier {
  /** Shape of one example, without the first axis. */
  readonly inputShape: readonly number[];
  readonly nClasses: number;
  /** What the last `fit` of a closed-form classifier chose; networks have none. */
  readonly choice?: ClosedFormChoice | undefined;
  /**
   * Trains on examples of shape `[n, ...inputShape]` with one class each. Of the options a closed-form classifier uses
   * `groups`, `domains`, `copies`, `validation`, `signal` and `onEpoch`; what else decides it is in its description.
   *
   * @returns one record an epoch; a closed-form classifier has one epoch
   * @throws {SerError} `shape-mismatch`, `invalid-option`, `diverged`
   */
  fit(x: Examples, y: Int32Array, options: TrainingOptions): Promise<readonly EpochRecord[]>;
  /**
   * @returns row-major, `[n, nClasses]`; each row sums to 1
   * @throws {SerError} `shape-mismatch`
   */
  predictProbabilities(x: Examples): Promise<Float32Array>;
  /** @returns `model.json` and `weights.bin`, which any TensorFlow.js program loads */
  save(): Promise<ClassifierFiles>;
  /** Frees the weights. The classifier is of no use afterwards. */
  dispose(): void;
}
