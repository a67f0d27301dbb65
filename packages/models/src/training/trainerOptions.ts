import type { Engine } from '../engine/engine.js';
import type { OptimizerDescription } from './trainingOptions.js';

/** What a trainer needs to know besides the model. */
export interface TrainerOptions {
  readonly engine: Engine;
  readonly optimizer: OptimizerDescription;
  /** Seed of dropout. */
  readonly seed: number;
}
