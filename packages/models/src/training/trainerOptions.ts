import type { Engine } from '../engine/engine.js';
import type { OptimizerDescription } from './optimizers/optimizerDescription.js';
import type { OptimizerState } from './state/trainingState.js';

/** What a trainer needs in addition to the model. */
export interface TrainerOptions {
  readonly engine: Engine;
  readonly optimizer: OptimizerDescription;
  /** Seed of dropout. */
  readonly seed: number;
  /**
   * The state with which the optimizer continues.
   *
   * @default none: the next step is its first
   */
  readonly optimizerState?: OptimizerState | undefined;
}
