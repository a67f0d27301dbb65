import type { Environment } from './environment.js';
import type { Job } from './job.js';
import type { Store } from './store.js';

/** What a worker reports while it computes: numbers only. */
export interface JobProgress {
  /** Clips or epochs that are done. */
  readonly done: number;
  readonly total: number;
}

/** Who computed a job, and how long it took. */
export interface JobReport {
  /** `host-pid` of the process. */
  readonly worker: string;
  readonly environment: Environment;
  /** Seconds of computing, without the time in the queue. */
  readonly seconds: number;
  /** Whether the result differed from one that was already in the store; then both are kept. */
  readonly differs: boolean;
}

export interface ExecuteOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: JobProgress) => void) | undefined;
  /** Called with a sentence when a worker refuses the job because its environment differs. */
  readonly onRefused?: ((message: string) => void) | undefined;
}

/** Computes the jobs of a run: in this process, in other processes, or on other machines. */
export interface Executor {
  /** Where the jobs find their data and leave their results. */
  readonly store: Store;
  /** How workers find a recording of this machine: a path or a URL. @default at the same path */
  readonly locate?: ((file: string) => string) | undefined;
  /** How many jobs to submit at a time, so that no worker waits. */
  readonly ahead: number;
  /** Whether workers with another environment than this process may compute; results may then differ in the last bits. */
  readonly allowUnequal: boolean;
  /**
   * Computes a job; afterwards, its result is in the store.
   *
   * @throws {SerError} `job-failed` after two tries, `run-canceled`, or the error that the job's own data caused
   */
  readonly execute: (job: Job, options?: ExecuteOptions) => Promise<JobReport>;
  /** Ends the use of the executor; jobs that are not finished are given up. */
  readonly close: () => Promise<void>;
}
