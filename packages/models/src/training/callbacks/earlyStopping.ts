import type { EpochRecord } from '@ser/classifiers';
import { isImprovement, type Monitor } from './monitor.js';

/** When training ends before its last epoch. Meanings and defaults are those of Keras. */
export interface EarlyStoppingOptions {
  /**
   * The score to monitor.
   *
   * @default 'validationLoss'
   */
  readonly monitor?: Monitor;
  /**
   * Smallest change that counts as an improvement, at least 0.
   *
   * @default 0
   */
  readonly minDelta?: number;
  /**
   * Number of epochs without improvement after which training ends, an integer of at least 0; training never ends after
   * the first epoch.
   *
   * @default 0
   */
  readonly patience?: number;
  /**
   * Whether the model gets the weights of its best epoch at the end of training, stopped early or not.
   *
   * @default false
   */
  readonly restoreBestWeights?: boolean;
  /**
   * A score that an epoch must beat, in addition to the best one, to restart the patience.
   *
   * @default none
   */
  readonly baseline?: number;
  /**
   * Number of first epochs that are not monitored, an integer of at least 0.
   *
   * @default 0
   */
  readonly startFromEpoch?: number;
}

/** The state of early stopping between two epochs, as JSON. */
export interface EarlyStoppingMemory {
  /** Number of epochs since the patience started. */
  readonly wait: number;
  readonly stopped: boolean;
  /** The best score, and its epoch, counted from 1; absent before the first monitored epoch. */
  readonly best?: number;
  readonly bestEpoch?: number;
}

/**
 * Ends training when a score stops improving.
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
