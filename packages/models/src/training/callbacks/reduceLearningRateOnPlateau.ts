import type { EpochRecord } from '@ser/classifiers';
import { isImprovement, type Monitor } from './monitor.js';

/** When the step size falls. Meanings and defaults are Keras's. */
export interface ReduceLearningRateOptions {
  /**
   * The figure to watch.
   *
   * @default 'validationLoss'
   */
  readonly monitor?: Monitor;
  /**
   * What the step size is multiplied by, in (0, 1).
   *
   * @default 0.1
   */
  readonly factor?: number;
  /**
   * Epochs without a better figure after which the step size falls, an integer >= 0; 0 is as 1.
   *
   * @default 10
   */
  readonly patience?: number;
  /**
   * How much better than the best a figure has to be, >= 0.
   *
   * @default 1e-4
   */
  readonly minDelta?: number;
  /**
   * Epochs after a fall in which patience does not run, an integer >= 0.
   *
   * @default 0
   */
  readonly cooldown?: number;
  /**
   * The step size falls no lower, >= 0.
   *
   * @default 0
   */
  readonly minLearningRate?: number;
}

/** What is remembered from epoch to epoch, as JSON. */
export interface ReduceLearningRateMemory {
  /** Epochs since patience began. */
  readonly wait: number;
  /** Epochs of cooldown still to come. */
  readonly cooldown: number;
  /** The best figure; absent before the first epoch. */
  readonly best?: number;
}

/**
 * Lowers the step size when a figure has stopped improving.
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

  /** @returns the step size of the next epoch, given that of this one */
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
    // In single precision, as Keras keeps it: three falls from 0.001 reach the bound 1e-6 and do not stay above it.
    if (Math.fround(learningRate) <= Math.fround(minLearningRate)) return learningRate;
    this.#memory = { ...this.#memory, wait: 0, cooldown };
    return Math.max(learningRate * factor, minLearningRate);
  }
}
