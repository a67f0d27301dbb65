import type { EpochRecord } from '@ser/classifiers';
import type { EarlyStoppingMemory } from '../callbacks/earlyStopping.js';
import type { ReduceLearningRateMemory } from '../callbacks/reduceLearningRateOnPlateau.js';
import type { OptimizerName } from '../optimizers/optimizerDescription.js';

/** Values of all weights of a model, in the order of `model.weights`. */
export type WeightValues = readonly Float32Array[];

/** What an optimizer keeps from step to step. */
export interface OptimizerState {
  /** Steps made so far. */
  readonly nSteps: number;
  /** For each slot, a mean of gradients say, one array a weight, in the order of `model.trainableWeights`. */
  readonly slots: Readonly<Record<string, readonly Float32Array[]>>;
}

/** The options that a resumed training must have in common with the one that it continues. */
export interface TrainingSetup {
  readonly seed: number;
  readonly batchSize: number;
  readonly nExamples: number;
  readonly optimizer: OptimizerName;
}

/**
 * All of a training after some epoch: with it, the same examples and options, training goes on as if it had never been
 * interrupted, bit for bit on the same engine. Random draws depend on seed, epoch and step alone and need no state.
 */
export interface TrainingState {
  /** The last epoch that is done, counted from 1. */
  readonly epoch: number;
  readonly setup: TrainingSetup;
  readonly weights: WeightValues;
  readonly optimizer: OptimizerState;
  /** Step size of the next epoch, where no schedule says otherwise. */
  readonly learningRate: number;
  /** One record for each epoch so far. */
  readonly history: readonly EpochRecord[];
  readonly earlyStopping?: EarlyStoppingMemory;
  /** Weights of the best epoch so far, where they are to be restored. */
  readonly bestWeights?: WeightValues;
  readonly reduceLearningRateOnPlateau?: ReduceLearningRateMemory;
}
