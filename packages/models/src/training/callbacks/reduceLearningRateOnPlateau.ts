import type { EpochRecord } from '@ser/classifiers';
import { isImprovement, type Monitor } from './monitor.js';

/** When the learning rate is lowered. Meanings and defaults are those of Keras. */
export interface ReduceLearningRateOptions {
  /**
   * The score to monitor.
   *
   * @default 'validationLoss'
   */
  readonly monitor?: Monitor;
  /**
   * Factor of the learning rate, in (0, 1).
   *
   * @default 0.1
   */
  readonly factor?: number;
  /**
   * Number of epochs without improvement after which the learning rate is lowered, an integer of at least 0; 0 acts
   * like 1.
   *
   * @default 10
   */
  readonly patience?: number;
  /**
   * Smallest change that counts as an improvement, at least 0.
   *
   * @default 1e-4
   */
  readonly minDelta?: number;
  /**
   * Number of epochs after a reduction in which the patience does not run, an integer of at least 0.
   *
   * @default 0
   */
  readonly cooldown?: number;
  /**
   * Lower bound of the learning rate, at least 0.
   *
   * @default 0
   */
  readonly minLearningRate?: number;
}

/** The state between two epochs, as JSON. */
export interface ReduceLearningRateMemory {
  /** Number of epochs since the patience started. */
  readonly wait: number;
  /** Remaining epochs of cooldown. */
  readonly cooldown: number;
  /** The best score; absent before the first epoch. */
  readonly best?: number;
}

/**
 * Lowers the learning rate when a score stops improving.
 *
 * @see keras.callbacks.ReduceLROnPlateau, https://keras.io/api/callbacks/reduce_lr_on_plateau/
 */
export class ReduceLearningRateOnPlateau {
  readonly #options: ReduceLearningRateOptions;
  #memory: ReduceLearningRateMemory;

  constructor(
    options: ReduceLearningRateOptions,
    memory: ReduceLearningRateMemory = { wait: 0, cooldown: 0 },
  ) {
    this.#options = options;
    this.#memory = memory;
  }

  get memory(): ReduceLearningRateMemory {
    return this.#memory;
  }

  /** @returns the learning rate of the next epoch, given that of this one */
  observe(record: EpochRecord, learningRate: number): number {
    const { monitor = 'validationLoss', minDelta = 1e-4, patience = 10 } = this.#options;
    const value = record[monitor]!;
    const cooldown = Math.max(this.#memory.cooldown - 1, 0);
    if (isImprovement(monitor, value, this.#memory.best, minDelta)) {
      this.#memory = { wait: 0, cooldown, best: value };
      return learningRate;
    }
    const waited = this.#memory.cooldown > 0 ? 0 : this.#memory.wait;
    const wait = cooldown > 0 ? 0 : waited + 1;
    this.#memory = { ...this.#memory, wait, cooldown };
    return cooldown === 0 && wait >= patience ? this.#lower(learningRate) : learningRate;
  }

  #lower(learningRate: number): number {
    const { factor = 0.1, cooldown = 0, minLearningRate = 0 } = this.#options;
    // In single precision, as in Keras: three reductions from 0.001 reach the bound 1e-6 and do not stay above it.
    if (Math.fround(learningRate) <= Math.fround(minLearningRate)) return learningRate;
    this.#memory = { ...this.#memory, wait: 0, cooldown };
    return Math.max(learningRate * factor, minLearningRate);
  }
}
