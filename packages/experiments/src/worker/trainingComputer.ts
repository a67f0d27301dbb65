import { type Engine, type EngineName, openEngine } from '@ser/models';
import { type Job, places } from '../executor/job.js';
import { packParts, unpackParts } from '../executor/parts.js';
import type { Store, Written } from '../executor/store.js';
import { unpackClips } from '../features/clipResults.js';
import type { ExtractedClips } from '../features/extractedClips.js';
import { Stopwatch } from '../progress/stopwatch.js';
import { StoredTraining } from '../training/checkpoint/storedTraining.js';
import { trainFold } from '../training/trainFold.js';
import type { TrainTask } from '../training/trainInJobs.js';
import type { TrialTask } from '../tune/trialsInJobs.js';
import { epochsOf } from '../tune/trialRecipe.js';
import { trialResult } from '../tune/worker/trialResult.js';
import { trainTrial } from '../tune/worker/trialTrainer.js';
import type { ComputeOptions } from './jobComputer.js';
import { refuseMissing } from './refuseMissing.js';

/** Trains folds and trials; keeps the engines and the features of the last one. */
export class TrainingComputer {
  readonly #engines = new Map<string, Promise<Engine>>();
  #clips: { readonly digest: string; readonly clips: Promise<ExtractedClips> } | undefined;

  /** The engine with this name and number of threads, opened once. */
  engine(name: Engine['name'], threads: number): Promise<Engine> {
    const key = `${name} ${threads}`;
    const engine = this.#engines.get(key) ?? openEngine(name as EngineName, { threads });
    this.#engines.set(key, engine);
    return engine;
  }

  /** Trains a member on a fold, from the epoch in the store. */
  async train({ key }: Job, task: TrainTask, { store, onProgress }: ComputeOptions): Promise<Written> {
    const { member, rows, place, recipe, keepClassifiers } = task;
    const training = new StoredTraining(store, key);
    const pool = await this.#clipsOf(store, task.clips);
    const trained = await trainFold([{ ...member, pool }], rows, {
      ...{ place, recipe, keepClassifiers },
      engine: await this.engine(task.engine, task.threads),
      stopwatch: new Stopwatch(() => performance.now()),
      checkpoints: { of: () => training },
      onEvent: (event) => {
        if (event.type === 'epoch') onProgress?.({ done: event.record.epoch, total: event.epochs });
      },
    });
    for (const { fitted } of trained) fitted?.classifier.dispose();
    return training.written!;
  }

  /** Trains a trial from its first epoch, with one thread, and scores it. */
  async try(job: Job, task: TrialTask, { store, onProgress }: ComputeOptions): Promise<Written> {
    const { recipe, fold } = task;
    const total = epochsOf(recipe);
    const clips = await this.#clipsOf(store, task.clips);
    const engine = await this.engine(task.engine, 1);
    const onEpoch = (done: number) => onProgress?.({ done, total });
    const header = await trialResult(trainTrial(clips, recipe, { fold, engine, onEpoch }));
    return store.finish(job.key, packParts({ header, parts: {} }));
  }

  #clipsOf(store: Store, digest: string): Promise<ExtractedClips> {
    if (this.#clips?.digest !== digest) {
      const clips = store.read(places.data(digest)).then((bytes) => {
        return unpackClips(unpackParts(bytes ?? refuseMissing(digest, store)));
      });
      clips.catch(() => (this.#clips = undefined)); // it may be there the next time
      this.#clips = { digest, clips };
    }
    return this.#clips.clips;
  }
}
