import type { EpochRecord } from '@ser/classifiers';
import type { EarlyStoppingMemory } from '../callbacks/earlyStopping.js';
import type { ReduceLearningRateMemory } from '../callbacks/reduceLearningRateOnPlateau.js';
import type { OptimizerName } from '../optimizers/optimizerDescription.js';

/** Values of all weights of a model, in the order of `model.weights`. */
export type WeightValues = readonly Float32Array[];

/** The state of an optimizer between two steps. */
export interface OptimizerState {
  /** Number of steps so far. */
  readonly nSteps: number;
  /** For each slot, such as the mean of the gradients, one array per weight, in the order of `model.trainableWeights`. */
  readonly slots: Readonly<Record<string, readonly Float32Array[]>>;
}

/** The options that a resumed training must share with the one that it continues. */
export interface TrainingSetup {
  readonly seed: number;
  readonly batchSize: number;
  readonly nExamples: number;
  readonly optimizer: OptimizerName;
}

/**
 * The complete state of training after an epoch. With it, and the same examples and options, training continues as if it
 * had never been interrupted, bit for bit on the same engine. Random draws depend only on seed, epoch, and step.
 */
export interface TrainingState {
  /** The last finished epoch, counted from 1. */
  readonly epoch: number;
  readonly setup: TrainingSetup;
  readonly weights: WeightValues;
  readonly optimizer: OptimizerState;
  /** Learning rate of the next epoch, unless there is a schedule. */
  readonly learningRate: number;
  /** One record per finished epoch. */
  readonly history: readonly EpochRecord[];
  readonly earlyStopping?: EarlyStoppingMemory;
  /** Weights of the best epoch so far, if they are to be restored. */
  readonly bestWeights?: WeightValues;
  readonly reduceLearningRateOnPlateau?: ReduceLearningRateMemory;
}
