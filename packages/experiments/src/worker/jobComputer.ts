import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { differencesOf, type Environment, environmentOf } from '../executor/environment.js';
import type { JobProgress } from '../executor/executor.js';
import { type Job, places } from '../executor/job.js';
import { packParts, unpackParts } from '../executor/parts.js';
import type { Store, Written } from '../executor/store.js';
import { ExperimentError } from '../errors.js';
import type { ClipsTask } from '../features/clipsInJobs.js';
import type { TrainTask } from '../training/trainInJobs.js';
import type { TrialTask } from '../tune/trialsInJobs.js';
import { computeClips } from './computeClips.js';
import { refuseMissing } from './refuseMissing.js';
import type { TrainingComputer } from './trainingComputer.js';

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

/** Computes jobs, one after the other. */
export class JobComputer {
  #training: Promise<TrainingComputer> | undefined;

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
    const here = await environmentOf(engine && (await (await this.#trainings()).engine(engine, threads)));
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
        return (await this.#trainings()).train(job, header as TrainTask, options);
      case 'trial':
        return (await this.#trainings()).try(job, header as TrialTask, options);
      case 'wait':
        await setTimeout((header as WaitTask).milliseconds);
        return options.store.finish(job.key, packParts({ header: job.ids, parts: {} }));
    }
  }

  /** Trainings need TensorFlow.js, which is loaded only for them. */
  async #trainings(): Promise<TrainingComputer> {
    this.#training ??= import('./trainingComputer.js').then(({ TrainingComputer }) => new TrainingComputer());
    return this.#training;
  }
}

function refuseTask({ kind, ids }: Job, store: Store): never {
  return refuseMissing(`the job ${kind} ${ids.slice(0, 3).join(', ')}`, store);
}

function refuseJob(differences: readonly string[]): never {
  throw new ExperimentError(
    'unequal-worker',
    `Workers must have the environment of the run, so that results are equal to the last bit; got ${differences.join('; ')}. ` +
      'Use the same versions and machines, or allow other workers with `allowUnequal` (`--allow-unequal-workers`).',
  );
}
