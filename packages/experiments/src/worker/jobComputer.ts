import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { type Engine, type EngineName, openEngine } from '@ser/models';
import { differencesOf, type Environment, environmentOf } from '../executor/environment.js';
import type { JobProgress } from '../executor/executor.js';
import { type Job, places } from '../executor/job.js';
import { packParts, unpackParts } from '../executor/parts.js';
import type { Store, Written } from '../executor/store.js';
import { ExperimentError } from '../errors.js';
import { unpackClips } from '../features/clipResults.js';
import type { ClipsTask } from '../features/clipsInJobs.js';
import type { ExtractedClips } from '../features/extractedClips.js';
import { Stopwatch } from '../progress/stopwatch.js';
import { StoredTraining } from '../training/checkpoint/storedTraining.js';
import { trainFold } from '../training/trainFold.js';
import type { TrainTask } from '../training/trainInJobs.js';
import type { TrialTask } from '../tune/trialsInJobs.js';
import { epochsOf } from '../tune/trialRecipe.js';
import { trialResult } from '../tune/worker/trialResult.js';
import { trainTrial } from '../tune/worker/trialTrainer.js';
import { computeClips } from './computeClips.js';

export interface ComputeOptions {
  readonly store: Store;
  /** A folder of this machine for downloaded recordings. */
  readonly folder: string;
  readonly onProgress?: ((progress: JobProgress) => void) | undefined;
}

/** What was computed, and by what. */
export interface Computed {
  readonly environment: Environment;
  readonly seconds: number;
  readonly differs: boolean;
}

/** What a job that only waits needs: for measuring a queue. */
export interface WaitTask {
  readonly milliseconds: number;
}

/** Computes jobs, one after the other; keeps the engine and the features of the last one. */
export class JobComputer {
  readonly #engines = new Map<string, Promise<Engine>>();
  #clips: { readonly digest: string; readonly clips: Promise<ExtractedClips> } | undefined;

  /**
   * Computes a job, unless its result is already in the store.
   *
   * @throws {SerError} `unequal-worker`, `store-unreachable`, `disk-full`, or an error of the job's own data
   */
  async compute(
    job: Job,
    options: Omit<ComputeOptions, 'folder'> & Partial<Pick<ComputeOptions, 'folder'>>,
  ): Promise<Computed> {
    const start = performance.now();
    const { store } = options;
    const task = await store.read(places.task(job.key));
    const result = await store.read(places.result(job.key));
    const environment = result || !task ? await environmentOf() : await this.#prepare(job, task);
    const all = { folder: tmpdir(), ...options };
    const written = result ? 'equal' : await this.#write(job, task ?? refuseTask(job, store), all);
    const seconds = Math.round(performance.now() - start) / 1000;
    return { environment, seconds, differs: written === 'different' };
  }

  /** Opens the engine, and compares what is here with what the job requires. */
  async #prepare({ environment: required }: Job, task: Uint8Array): Promise<Environment> {
    const { engine, threads = 1 } = unpackParts<Partial<TrainTask>>(task).header;
    const here = await environmentOf(engine && (await this.#engine(engine, threads)));
    const differences = required ? differencesOf(required, here) : [];
    if (differences.length > 0) refuseJob(differences);
    return here;
  }

  async #write(job: Job, task: Uint8Array, options: ComputeOptions): Promise<Written> {
    const { header } = unpackParts(task);
    switch (job.kind) {
      case 'clips':
        return computeClips(job, header as ClipsTask, options);
      case 'train':
        return this.#train(job, header as TrainTask, options);
      case 'trial':
        return this.#try(job, header as TrialTask, options);
      case 'wait':
        await setTimeout((header as WaitTask).milliseconds);
        return options.store.finish(job.key, packParts({ header: job.ids, parts: {} }));
    }
  }

  async #train({ key }: Job, task: TrainTask, { store, onProgress }: ComputeOptions): Promise<Written> {
    const { member, rows, place, recipe, keepClassifiers } = task;
    const training = new StoredTraining(store, key);
    const trainingMember = { ...member, pool: await this.#clipsOf(store, task.clips) };
    const trained = await trainFold([trainingMember], rows, {
      ...{ place, recipe, keepClassifiers },
      engine: await this.#engine(task.engine, task.threads),
      stopwatch: new Stopwatch(() => performance.now()),
      checkpoints: { of: () => training },
      onEvent: (event) => {
        if (event.type === 'epoch') onProgress?.({ done: event.record.epoch, total: event.epochs });
      },
    });
    for (const { fitted } of trained) fitted?.classifier.dispose();
    return training.written!;
  }

  async #try(job: Job, task: TrialTask, { store, onProgress }: ComputeOptions): Promise<Written> {
    const { recipe, fold } = task;
    const total = epochsOf(recipe);
    const clips = await this.#clipsOf(store, task.clips);
    const engine = await this.#engine(task.engine, 1);
    const onEpoch = (done: number) => onProgress?.({ done, total });
    const header = await trialResult(trainTrial(clips, recipe, { fold, engine, onEpoch }));
    return store.finish(job.key, packParts({ header, parts: {} }));
  }

  #engine(name: Engine['name'], threads: number): Promise<Engine> {
    const key = `${name} ${threads}`;
    const engine = this.#engines.get(key) ?? openEngine(name as EngineName, { threads });
    this.#engines.set(key, engine);
    return engine;
  }

  #clipsOf(store: Store, digest: string): Promise<ExtractedClips> {
    if (this.#clips?.digest !== digest) {
      const clips = store.read(places.data(digest)).then((bytes) => {
        return unpackClips(unpackParts(bytes ?? refuseData(digest, store)));
      });
      clips.catch(() => (this.#clips = undefined)); // it may be there the next time
      this.#clips = { digest, clips };
    }
    return this.#clips.clips;
  }
}

function refuseTask({ kind, ids }: Job, store: Store): never {
  return refuseData(`the job ${kind} ${ids.slice(0, 3).join(', ')}`, store);
}

function refuseData(what: string, { location }: Store): never {
  throw new ExperimentError(
    'store-unreachable',
    `The store \`${location}\` must be the same on all machines; it has nothing for ${what} here. Use a path or URL that ` +
      'all of them reach.',
  );
}

function refuseJob(differences: readonly string[]): never {
  throw new ExperimentError(
    'unequal-worker',
    `Workers must have the environment of the run, so that results are equal to the last bit; got ${differences.join('; ')}. ` +
      'Use the same versions and machines, or allow other workers with `allowUnequal` (`--allow-unequal-workers`).',
  );
}
