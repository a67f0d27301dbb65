import type { FitOptions } from '@ser/classifiers';
import type { ClassWeights } from '@ser/classifiers/training';
import type { EarlyStoppingOptions } from './callbacks/earlyStopping.js';
import type { ReduceLearningRateOptions } from './callbacks/reduceLearningRateOnPlateau.js';
import type { LearningRateSchedule } from './learningRateSchedule.js';
import type { MixupOptions } from './mixup.js';
import type { OptimizerDescription } from './optimizers/optimizerDescription.js';
import type { TrainingState } from './state/trainingState.js';

/** How a network is trained. The meanings, and the defaults except of epochs and batch size, are those of Keras. */
export interface TrainingOptions extends FitOptions {
  /** Seed of the order of examples, dropout, and mixup, a 32-bit integer. */
  readonly seed: number;
  /**
   * Number of passes over all examples, at least 1.
   *
   * @default 100
   */
  readonly epochs?: number;
  /**
   * Number of examples per step, at least 1; the last batch of an epoch may be smaller.
   *
   * @default 64
   */
  readonly batchSize?: number;
  /** @default { name: 'adam', learningRate: 0.001 } */
  readonly optimizer?: OptimizerDescription;
  /**
   * How the learning rate changes with the number of steps.
   *
   * @default none: it is constant
   */
  readonly learningRateSchedule?: LearningRateSchedule;
  /**
   * Weight of the loss of each class: one number per class, or `'balanced'` for
   * `nExamples / (number of classes with examples · examples of the class)`, like scikit-learn.
   *
   * @default 1 for every class
   */
  readonly classWeights?: ClassWeights;
  /**
   * Share of each target that is spread evenly over all classes, in [0, 1); also in the validation loss.
   *
   * @default 0
   */
  readonly labelSmoothing?: number;
  /**
   * Trains on mixtures of two examples and their targets.
   *
   * @default none
   */
  readonly mixup?: MixupOptions;
  /**
   * Ends training when a score stops improving.
   *
   * @default none
   */
  readonly earlyStopping?: EarlyStoppingOptions;
  /**
   * Lowers the learning rate when a score stops improving; not together with a schedule.
   *
   * @default none
   */
  readonly reduceLearningRateOnPlateau?: ReduceLearningRateOptions;
  /**
   * Whether the means and variances with which batch normalization predicts are re-estimated from the training examples,
   * before each validation and at the end. It costs a forward pass over them, about a third of an epoch. Use it for
   * training with few steps, whose moving averages are still inaccurate (at momentum 0.99, below about 1000 steps).
   *
   * @default false
   */
  readonly reestimateStatistics?: boolean;
  /**
   * Saves the state of training regularly, so that it can be resumed.
   *
   * @default none
   */
  readonly checkpoint?: CheckpointOptions;
  /**
   * Continues from this state, saved by a checkpoint of a training with the same options and examples. The number of
   * epochs may be larger.
   *
   * @default none: training starts from the beginning
   */
  readonly resume?: TrainingState;
  /** Called when another engine has to train the model. */
  readonly onWarning?: (warning: TrainingWarning) => void;
}

/** How the state of training is saved. */
export interface CheckpointOptions {
  /** Saves the state; training waits for it. */
  readonly save: (state: TrainingState) => Promise<void>;
  /**
   * Number of epochs between two checkpoints, at least 1; the last epoch is always saved.
   *
   * @default 1
   */
  readonly everyEpochs?: number;
}

/** The engine cannot express the model, so another engine trains it. */
export interface TrainingWarning {
  readonly code: 'engine-fallback';
  /** The reason, and the engine that trains the model instead. */
  readonly message: string;
  /** The error of the engine. */
  readonly cause: unknown;
}
