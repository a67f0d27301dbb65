import type { Fold } from '@ser/datasets';
import type { Engine } from '@ser/models';
import { environmentOf, withOneThread } from '../executor/environment.js';
import { digestOf } from '../executor/job.js';
import type { RunJobs } from '../executor/runJobs.js';
import { packClips } from '../features/clipResults.js';
import type { Recipe } from '../recipe/recipe.js';
import type { TrialJob } from './trialOutcome.js';
import { epochsOf } from './trialRecipe.js';
import type { TrainingResult } from './worker/messages.js';
import { sharedClips, sharedKey, type SharedClipsOptions } from './worker/sharedClips.js';
import type { TrialPool } from './worker/workerPool.js';

/** What a worker needs to train and score a trial. */
export interface TrialTask {
  readonly recipe: Recipe;
  readonly fold: Fold;
  readonly engine: Engine['name'];
  /** SHA-256 of the features in the store. */
  readonly clips: string;
}

export interface TrialsInJobsOptions extends SharedClipsOptions {
  readonly jobs: RunJobs;
  readonly engine: Engine;
}

/** Has trials trained by an executor, each with one thread, as trial processes do. */
export class TrialsInJobs implements TrialPool {
  readonly #options: TrialsInJobsOptions;
  readonly #clips = new Map<string, Promise<string>>();

  constructor(options: TrialsInJobsOptions) {
    this.#options = options;
  }

  async train(
    recipe: Recipe,
    onEpoch: (epoch: number) => void,
    { trial, epochs }: TrialJob,
  ): Promise<TrainingResult> {
    const { jobs, fold, engine } = this.#options;
    const { name } = engine;
    const { labels, members, seed } = recipe;
    const clips = await this.#clipsOf(recipe);
    const environment = await environmentOf(withOneThread(engine));
    jobs.expect(1);
    const { header } = await jobs.result<TrainingResult>(
      {
        kind: 'trial',
        ids: [`trial ${trial}`, `${epochs} epochs`],
        contents: [clips],
        how: { labels, members, fold: digestOf(JSON.stringify(fold)), engine: environment.engine },
        seed,
        environment,
        task: { recipe, fold, engine: name, clips } satisfies TrialTask,
      },
      ({ done }) => onEpoch(Math.min(done, epochsOf(recipe))),
    );
    return header;
  }

  close(): void {}

  /** The SHA-256 of the recipe's features, which are written to the store once. */
  #clipsOf(recipe: Recipe): Promise<string> {
    const key = sharedKey(recipe);
    const known = this.#clips.get(key);
    if (known) return known;
    const { jobs } = this.#options;
    const clips = sharedClips(recipe, this.#options).then((all) => jobs.executor.store.add(packClips(all)));
    this.#clips.set(key, clips);
    return clips;
  }
}
