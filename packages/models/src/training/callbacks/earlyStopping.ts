import type { EpochRecord } from '@ser/classifiers';
import { isImprovement, type Monitor } from './monitor.js';

/** When training ends before its last epoch. Meanings and defaults are Keras's. */
export interface EarlyStoppingOptions {
  /**
   * The figure to watch.
   *
   * @default 'validationLoss'
   */
  readonly monitor?: Monitor;
  /**
   * How much better than the best a figure has to be, >= 0.
   *
   * @default 0
   */
  readonly minDelta?: number;
  /**
   * Epochs without a better figure after which training ends, an integer >= 0; it never ends after the first one.
   *
   * @default 0
   */
  readonly patience?: number;
  /**
   * Whether the model gets the weights of its best epoch when training is over, stopped early or not.
   *
   * @default false
   */
  readonly restoreBestWeights?: boolean;
  /**
   * A figure that an epoch has to beat, besides the best, for patience to begin anew.
   *
   * @default none
   */
  readonly baseline?: number;
  /**
   * Epochs at the beginning that are not watched, an integer >= 0.
   *
   * @default 0
   */
  readonly startFromEpoch?: number;
}

/** What early stopping remembers from epoch to epoch, as JSON. */
export interface EarlyStoppingMemory {
  /** Epochs since patience began. */
  readonly wait: number;
  readonly stopped: boolean;
  /** The best figure, and the epoch it is of, counted from 1; absent before the first one watched. */
  readonly best?: number;
  readonly bestEpoch?: number;
}

/**
 * Ends training when a figure has stopped improving.
 *
 * @see keras.callbacks.EarlyStopping, https://keras.io/api/callbacks/early_stopping/
 */
export class EarlyStopping {
  readonly #options: EarlyStoppingOptions;
  #memory: EarlyStoppingMemory;

  constructor(options: EarlyStoppingOptions, memory: EarlyStoppingMemory = { wait: 0, stopped: false }) {
    this.#options = options;
    this.#memory = memory;
  }

  get memory(): EarlyStoppingMemory {
    return this.#memory;
  }

  /** @returns whether the epoch is the best so far */
  observe(record: EpochRecord): boolean {
    const { monitor = 'validationLoss', minDelta = 0, patience = 0, startFromEpoch = 0 } = this.#options;
    if (record.epoch <= startFromEpoch) return false;
    const value = record[monitor]!;
    const wait = this.#memory.wait + 1;
    if (isImprovement(monitor, value, this.#memory.best, minDelta)) {
      const beaten = isImprovement(monitor, value, this.#options.baseline, minDelta);
      this.#memory = { wait: beaten ? 0 : wait, stopped: false, best: value, bestEpoch: record.epoch };
      return true;
    }
    this.#memory = { ...this.#memory, wait, stopped: wait >= patience && record.epoch > 1 };
    return false;
  }
}
