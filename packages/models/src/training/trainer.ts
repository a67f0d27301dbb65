import type { TrainingMoment } from '../dropout/maskSeeds.js';
import type { Batch } from './batches.js';
import type { BatchScore } from './runningScore.js';

/** What changes from step to step besides the batch. */
export interface StepOptions extends TrainingMoment {
  /**
   * Step size of this step, > 0.
   *
   * @default that of the optimizer
   */
  readonly learningRate?: number;
}

/**
 * Moves the weights of a model batch by batch. It may keep them to itself while it trains; the model has them after
 * `writeBack`.
 */
export interface Trainer {
  /**
   * One step: forward, loss, backward, new weights. Batch normalisation updates its moving statistics on the way,
   * and penalties of the layers (L1, L2) count into the loss.
   *
   * @returns loss and hits of the batch before the step; the loss is NaN or infinite when training diverges
   */
  step(batch: Batch, options: StepOptions): Promise<BatchScore>;
  /** Gives the model the weights as they are now. */
  writeBack(): Promise<void>;
  /** Frees what the trainer holds; the model stays. */
  dispose(): Promise<void>;
}
