import type { JobProgress } from '../executor/executor.js';
import type { Job } from '../executor/job.js';
import type { PlainError } from '../tune/worker/messages.js';
import type { Computed } from './jobComputer.js';

/** From a worker to its computing process: one job at a time. */
export interface JobRequest {
  readonly job: Job;
  /** Location of the store. */
  readonly store: string;
  /** Folder for downloaded recordings. */
  readonly folder: string;
}

/** From the computing process to its worker: any number of `progress`, then one of the others. */
export type JobReply =
  | { readonly type: 'progress'; readonly progress: JobProgress }
  | { readonly type: 'done'; readonly computed: Computed }
  | { readonly type: 'error'; readonly error: PlainError };
