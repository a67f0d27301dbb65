import type { EpochRecord, Examples } from '@ser/classifiers';
import type { ClassWeights } from '@ser/classifiers/training';
import type { EarlyStoppingOptions } from './callbacks/earlyStopping.js';
import type { ReduceLearningRateOptions } from './callbacks/reduceLearningRateOnPlateau.js';
import type { LearningRateSchedule } from './learningRateSchedule.js';
import type { MixupOptions } from './mixup.js';
import type { OptimizerDescription } from './optimizers/optimizerDescription.js';
import type { TrainingState } from './state/trainingState.js';

/** How a network is trained. Epochs and batch size are those of the recipes; all else means what it means in Keras. */
export interface TrainingOptions {
  /** Seed of the order of examples, of dropout and mixup, a 32-bit integer. */
  readonly seed: number;
  /**
   * Passes over all examples, at least 1.
   *
   * @default 100
   */
  readonly epochs?: number;
  /**
   * Examples for one step, at least 1; the last batch of an epoch may be smaller.
   *
   * @default 64
   */
  readonly batchSize?: number;
  /** @default { name: 'adam', learningRate: 0.001 } */
  readonly optimizer?: OptimizerDescription;
  /**
   * How the step size follows the number of steps.
   *
   * @default none: it stays
   */
  readonly learningRateSchedule?: LearningRateSchedule;
  /**
   * How much the loss of each class's examples weighs: one number a class, or `'balanced'` for
   * `nExamples / (number of classes with examples · examples of the class)`, as scikit-learn.
   *
   * @default 1 for every class
   */
  readonly classWeights?: ClassWeights;
  /**
   * The share of each target that is spread evenly over all classes, in [0, 1); in the validation loss too.
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
   * Who each example is of, its speaker: closed-form classifiers choose their settings on inner folds that keep a group
   * together. Networks do not use it.
   *
   * @default none: the inner folds are drawn from each class
   */
  readonly groups?: readonly string[] | undefined;
  /**
   * Where each example is from, its corpus: a ridge with `domainMean` averages over them. Networks do not use it.
   *
   * @default none: all are from one
   */
  readonly domains?: readonly string[] | undefined;
  /**
   * 1 for each example that is an altered copy of another of its group, 0 for the others: inner folds fit to copies and
   * never measure on them. Networks do not use it.
   *
   * @default no copies
   */
  readonly copies?: Uint8Array | undefined;
  /**
   * Examples to measure on after each epoch; never trained on.
   *
   * @default none
   */
  readonly validation?: { readonly x: Examples; readonly y: Int32Array };
  /**
   * Ends training when a figure has stopped improving.
   *
   * @default none
   */
  readonly earlyStopping?: EarlyStoppingOptions;
  /**
   * Lowers the step size when a figure has stopped improving; not together with a schedule.
   *
   * @default none
   */
  readonly reduceLearningRateOnPlateau?: ReduceLearningRateOptions;
  /**
   * Whether the means and variances that batch normalisation predicts with are taken anew from the training examples,
   * before each validation and at the end. It costs a forward pass over them, about a third of an epoch, and is for
   * trainings of few steps, whose moving averages are still far from the truth (at momentum 0.99, a thousand).
   *
   * @default false
   */
  readonly reestimateStatistics?: boolean;
  /**
   * Saves all of the training every now and then, to go on from there.
   *
   * @default none
   */
  readonly checkpoint?: CheckpointOptions;
  /**
   * Goes on after this state, which a checkpoint of a training with the same options and examples left. More epochs may
   * be asked for.
   *
   * @default none: training begins
   */
  readonly resume?: TrainingState;
  /** Ends training before the next batch; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told after each epoch. */
  readonly onEpoch?: (epoch: EpochRecord) => void;
  /** Told when training goes on otherwise than asked. */
  readonly onWarning?: (warning: TrainingWarning) => void;
}

export interface CheckpointOptions {
  /** Takes the state to a safe place; training waits for it. */
  readonly save: (state: TrainingState) => Promise<void>;
  /**
   * Epochs from one checkpoint to the next, an integer >= 1; the last epoch always leaves one.
   *
   * @default 1
   */
  readonly everyEpochs?: number;
}

/** Training goes on otherwise than asked: the engine cannot express the model, and another one trains it. */
export interface TrainingWarning {
  readonly code: 'engine-fallback';
  /** What cannot be, and what happens instead. */
  readonly message: string;
  /** The refusal. */
  readonly cause: unknown;
}
