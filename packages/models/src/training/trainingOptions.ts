import type { Examples } from '../examples.js';

/** Which rule turns gradients into new weights. */
export interface OptimizerDescription {
  readonly name: 'adam' | 'sgd';
  /**
   * Step size, > 0.
   *
   * @default 0.001 for adam, 0.01 for sgd, as Keras
   */
  readonly learningRate?: number;
}

/** How a network is trained. Defaults are those of the recipes; meanings are Keras's. */
export interface TrainingOptions {
  /** Seed of the order of examples and of dropout, a 32-bit integer. */
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
  /** Examples to measure on after each epoch; never trained on. */
  readonly validation?: { readonly x: Examples; readonly y: Int32Array };
  /** Ends training before the next batch; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told after each epoch. */
  readonly onEpoch?: (epoch: EpochRecord) => void;
  /** Told when training goes on otherwise than asked. */
  readonly onWarning?: (warning: TrainingWarning) => void;
}

/** Training goes on otherwise than asked: the engine cannot express the model, and another one trains it. */
export interface TrainingWarning {
  readonly code: 'engine-fallback';
  /** What cannot be, and what happens instead. */
  readonly message: string;
  /** The refusal. */
  readonly cause: unknown;
}

/** What one epoch came to. */
export interface EpochRecord {
  /** Counted from 1. */
  readonly epoch: number;
  /** Mean cross-entropy over the epoch, in nats, with the weights of the moment, as Keras reports it. */
  readonly loss: number;
  /** Share of examples recognised over the epoch, 0 to 1, with the weights of the moment. */
  readonly accuracy: number;
  /** Mean cross-entropy of the validation examples after the epoch, in nats. */
  readonly validationLoss?: number;
  /** Share of validation examples recognised after the epoch, 0 to 1. */
  readonly validationAccuracy?: number;
}
