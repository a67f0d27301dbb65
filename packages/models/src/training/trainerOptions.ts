import type { Engine } from '../engine/engine.js';
import type { OptimizerDescription } from './optimizers/optimizerDescription.js';
import type { OptimizerState } from './state/trainingState.js';

/** What a trainer needs to know besides the model. */
export interface TrainerOptions {
  readonly engine: Engine;
  readonly optimizer: OptimizerDescription;
  /** Seed of dropout. */
  readonly seed: number;
  /**
   * What the optimizer goes on with.
   *
   * @default nothing: its first step is still to come
   */
  readonly optimizerState?: OptimizerState | undefined;
}
