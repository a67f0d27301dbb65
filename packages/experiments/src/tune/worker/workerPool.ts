import type { SingleRecipe } from '../../recipe/recipe.js';
import type { TrainingResult, WorkerSetup } from './messages.js';
import { TrialProcess } from './trialProcess.js';

/** Processes that train trials; a new one is started when all others are busy. */
export class WorkerPool {
  readonly #setup: WorkerSetup;
  readonly #idle: TrialProcess[] = [];
  readonly #all: TrialProcess[] = [];

  constructor(setup: WorkerSetup) {
    this.#setup = setup;
  }

  /**
   * Trains a recipe in a process of its own, and scores it.
   *
   * @throws {SerError} `worker-failed` when the process dies
   */
  async train(recipe: SingleRecipe, onEpoch: (epoch: number) => void): Promise<TrainingResult> {
    const worker = this.#idle.pop() ?? this.#start();
    const result = await worker.train(recipe, onEpoch);
    this.#idle.push(worker);
    return result;
  }

  /** Ends all processes at once. */
  close(): void {
    for (const worker of this.#all) worker.kill();
  }

  #start(): TrialProcess {
    const worker = new TrialProcess(this.#setup);
    this.#all.push(worker);
    return worker;
  }
}
