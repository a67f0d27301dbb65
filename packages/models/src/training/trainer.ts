import type { TrainingMoment } from '../dropout/maskSeeds.js';
import type { Batch } from './batches.js';
import type { OptimizerState } from './state/trainingState.js';

/** What changes from step to step besides the batch. */
export interface StepOptions extends TrainingMoment {
  /**
   * Step size of this step, >= 0.
   *
   * @default that of the optimizer
   */
  readonly learningRate?: number;
}

/** What a step found before it changed the weights. */
export interface StepResult {
  /** Mean loss of the batch, penalties included; NaN or infinite when training diverges. */
  readonly loss: number;
  /** What the model said, dropout and the batch's statistics at work: row-major, `[n, nClasses]`. */
  readonly probabilities: Float32Array;
}

/**
 * Moves the weights of a model batch by batch. It may keep them to itself while it trains; the model has them after
 * `writeBack`.
 */
export interface Trainer {
  /**
   * One step: forward, loss, backward, new weights. Batch normalisation updates its moving statistics on the way,
   * and penalties of the layers (L1, L2) count into the loss.
   */
  step(batch: Batch, options: StepOptions): Promise<StepResult>;
  /** Gives the model the weights as they are now. */
  writeBack(): Promise<void>;
  /** Takes over the weights that the model has now. */
  readBack(): void;
  /** A copy of what the optimizer keeps. */
  optimizerState(): OptimizerState;
  /** Frees what the trainer holds; the model stays. */
  dispose(): Promise<void>;
}
