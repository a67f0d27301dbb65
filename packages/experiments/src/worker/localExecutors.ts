import { hostname, tmpdir } from 'node:os';
import { requireInteger, SerError } from '@ser/core';
import type { Executor, JobReport } from '../executor/executor.js';
import type { Job } from '../executor/job.js';
import type { Store } from '../executor/store.js';
import { ExperimentError } from '../errors.js';
import { type Computed, JobComputer } from './jobComputer.js';
import { JobProcess } from './jobProcess.js';

/** Computes jobs in this process, one after the other. */
export function inlineExecutor(store: Store): Executor {
  const computer = new JobComputer();
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...{ store, ahead: 1, allowUnequal: false },
    execute(job, { onProgress } = {}) {
      const computed = last.then(() => twice(job, () => computer.compute(job, { store, onProgress })));
      last = computed.catch(() => undefined);
      return computed.then(reportOf);
    },
    close: async () => undefined,
  };
}

export interface ProcessExecutorOptions {
  readonly store: Store;
  /** Number of processes, from 1 to 256. */
  readonly workers: number;
}

/**
 * Computes jobs in processes of this machine: several folds or trials at a time.
 *
 * @throws {SerError} `invalid-option`
 */
export function processExecutor({ store, workers }: ProcessExecutorOptions): Executor {
  requireInteger('workers', workers, { min: 1, max: 256 });
  const idle = Array.from({ length: workers }, () => new JobProcess());
  const all = [...idle];
  const queue: ((process: JobProcess) => void)[] = [];
  const free = (process: JobProcess) => (queue.shift() ?? ((one) => void idle.push(one)))(process);
  const claim = () => {
    const process = idle.pop();
    return process ? Promise.resolve(process) : new Promise<JobProcess>((resolve) => queue.push(resolve));
  };
  return {
    ...{ store, ahead: 2 * workers, allowUnequal: false },
    async execute(job, { signal, onProgress } = {}) {
      const process = await claim();
      try {
        const request = { job, store: store.location, folder: tmpdir() };
        return reportOf(await twice(job, () => process.compute(request, { signal, onProgress })));
      } finally {
        free(process);
      }
    },
    close: async () => all.forEach((process) => process.kill()),
  };
}

/** Codes of errors that another try, or another machine, may not have. */
const mayPass: ReadonlySet<unknown> = new Set(['worker-failed', 'store-unreachable', 'disk-full']);

/** Whether a second try can help: not for errors that the job's own data cause, which every machine has. */
export function isWorthRetrying(error: unknown): boolean {
  return !(error instanceof SerError) || mayPass.has(error.code);
}

/** @throws {SerError} `job-failed` with the ids of the job after two tries */
async function twice(job: Job, compute: () => Promise<Computed>): Promise<Computed> {
  try {
    return await compute();
  } catch (error) {
    if (!isWorthRetrying(error)) throw error;
  }
  try {
    return await compute();
  } catch (error) {
    if (!isWorthRetrying(error) || isNotOfJob(error)) throw error;
    throw failedJob(job, error instanceof Error ? error.message : String(error), error);
  }
}

/** Whether an error says nothing about the job, so that the run must stop. */
export function isNotOfJob(error: unknown): boolean {
  return error instanceof SerError && (error.code === 'store-unreachable' || error.code === 'disk-full');
}

/** The error of a job that has failed twice. */
export function failedJob(
  { kind, ids }: Pick<Job, 'kind' | 'ids'>,
  why: string,
  cause?: unknown,
): ExperimentError {
  const named = ids.slice(0, 5).join(', ') + (ids.length > 5 ? `, and ${ids.length - 5} more` : '');
  const sentence = why.replace(/([^.])$/, '$1.');
  return new ExperimentError(
    'job-failed',
    `The job ${kind} ${named} failed twice. ${sentence} Run the same command again with \`resume\` (\`--resume\`) to try ` +
      'it again; everything else is finished or kept.',
    { cause },
  );
}

function reportOf({ environment, seconds, differs }: Computed): JobReport {
  return { worker: `${hostname()}-${process.pid}`, environment, seconds, differs };
}
