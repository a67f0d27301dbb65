import type { TrainingMoment } from '../dropout/maskSeeds.js';
import type { Batch } from './batches.js';
import type { OptimizerState } from './state/trainingState.js';

/** The options of one step. */
export interface StepOptions extends TrainingMoment {
  /**
   * Learning rate of this step, at least 0.
   *
   * @default the learning rate of the optimizer
   */
  readonly learningRate?: number;
}

/** The results of a step, computed before the weights change. */
export interface StepResult {
  /** Mean loss of the batch, including penalties; NaN or infinite when training diverges. */
  readonly loss: number;
  /** Predictions in training mode (dropout, batch statistics): row-major, `[n, nClasses]`. */
  readonly probabilities: Float32Array;
}

/**
 * Trains the weights of a model batch by batch. It may hold them itself during training; the model has them after
 * `writeBack`.
 */
export interface Trainer {
  /**
   * One step: forward pass, loss, backward pass, update. Batch normalization updates its moving statistics, and the loss
   * includes the penalties of the layers (L1, L2).
   */
  step(batch: Batch, options: StepOptions): Promise<StepResult>;
  /** Copies the current weights to the model. */
  writeBack(): Promise<void>;
  /** Copies the current weights from the model. */
  readBack(): void;
  /** A copy of the state of the optimizer. */
  optimizerState(): OptimizerState;
  /** Frees the memory of the trainer, not the model. */
  dispose(): Promise<void>;
}
