import type { Recipe } from '../../recipe/recipe.js';
import type { TrialJob } from '../trialOutcome.js';
import type { TrainingResult, WorkerSetup } from './messages.js';
import { TrialProcess } from './trialProcess.js';

/** Trains trials somewhere else. */
export interface TrialPool {
  /** Trains and scores the recipe of a trial. */
  readonly train: (
    recipe: Recipe,
    onEpoch: (epoch: number) => void,
    job: TrialJob,
  ) => Promise<TrainingResult>;
  readonly close: () => void;
}

/** Processes that train trials; a new one is started if all others are busy. */
export class WorkerPool implements TrialPool {
  readonly #setup: WorkerSetup;
  readonly #idle: TrialProcess[] = [];
  readonly #all: TrialProcess[] = [];

  constructor(setup: WorkerSetup) {
    this.#setup = setup;
  }

  /**
   * Trains and scores a recipe in a separate process.
   *
   * @throws {SerError} `worker-failed` if the process ends
   */
  async train(recipe: Recipe, onEpoch: (epoch: number) => void): Promise<TrainingResult> {
    const worker = this.#idle.pop() ?? this.#start();
    const result = await worker.train(recipe, onEpoch);
    this.#idle.push(worker);
    return result;
  }

  /** Ends all processes immediately. */
  close(): void {
    for (const worker of this.#all) worker.kill();
  }

  #start(): TrialProcess {
    const worker = new TrialProcess(this.#setup);
    this.#all.push(worker);
    return worker;
  }
}
