import {
  failedJob,
  fromPlainError,
  isNotOfJob,
  isWorthRetrying,
  places,
  type ExecuteOptions,
  type Executor,
  type Job,
  type JobReport,
  type Store,
} from '@ser/experiments/executor';
import { SerError } from '@ser/core';
import { persistently } from './persistently.js';
import {
  errorOfReason,
  queuedId,
  removeWaiting,
  type Progress,
  type QueuedJob,
  type QueuedResult,
} from './queuedJob.js';
import { queueNames, QueueServer, type AnyEvents, type AnyQueue } from './queueServer.js';
import { heartbeat, processName, Registry, type RunEntry } from './registry.js';

export interface QueueExecutorOptions {
  /** Name of the run, unique in the queue: `ser queue cancel NAME` stops it. The same name continues it. */
  readonly run: string;
  /** Where the jobs find their data and leave their results: a folder or URL that all machines reach. */
  readonly store: Store;
  /** How many jobs to have in the queue at a time; the others wait here, so that the queue stays small. @default 256 */
  readonly ahead?: number;
  /** Whether workers with other versions, engines, or processors may compute. @default false */
  readonly allowUnequal?: boolean;
  /** How workers find a recording of this machine: a path or a URL. @default at the same path */
  readonly locate?: ((file: string) => string) | undefined;
}

/** Tries of a job before its ids are reported. */
const tries = 2;

/** Milliseconds between two looks at jobs whose end was not reported, because the connection was lost. */
const sweepPause = 3000;

/** Finished jobs that the queue keeps, for `ser queue status` and bull-board. */
const keptJobs = 1000;

interface Waiting extends Pick<ExecuteOptions, 'onProgress' | 'onRefused'> {
  readonly job: Job;
  readonly resolve: (report: JobReport) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Has jobs computed by the workers of a queue: processes on any machine, started with `runWorker` (`ser worker`).
 *
 * @param address `redis://`, `rediss://`, or `postgres://`
 * @throws {SerError} `queue-unreachable`, `invalid-option`
 *
 * @example
 * const store = openStore('/mnt/shared/ser');
 * const executor = await queueExecutor('redis://queue:6379', { run: 'ravdess', store });
 * await run(recipe, { data, out, engine, executor });
 * await executor.close();
 */
export async function queueExecutor(address: string, options: QueueExecutorOptions): Promise<Executor> {
  const server = await QueueServer.open(address);
  const executor = new QueueExecutor(server, options);
  await executor.begin();
  return executor;
}

class QueueExecutor implements Executor {
  readonly store: Store;
  readonly ahead: number;
  readonly allowUnequal: boolean;
  readonly locate: ((file: string) => string) | undefined;
  readonly #run: string;
  readonly #queue: AnyQueue;
  readonly #events: AnyEvents;
  readonly #registry: Registry;
  readonly #waiting = new Map<string, Waiting>();
  readonly #since = Date.now();
  readonly #closing = new AbortController();
  #timers: NodeJS.Timeout[] = [];
  #canceled: SerError | undefined;

  constructor(
    server: QueueServer,
    { run, store, ahead = 256, allowUnequal = false, locate }: QueueExecutorOptions,
  ) {
    this.#run = run;
    this.store = store;
    this.ahead = ahead;
    this.allowUnequal = allowUnequal;
    this.locate = locate;
    this.#queue = server.queue(queueNames.jobs);
    this.#events = server.events(queueNames.jobs);
    this.#registry = new Registry(server);
    this.#events.on('completed', ({ jobId }) => void this.#settle(jobId));
    this.#events.on('failed', ({ jobId }) => void this.#settle(jobId));
    this.#events.on('progress', ({ jobId, data }) => this.#progress(jobId, data as Progress));
  }

  /** Registers the run, or continues it if it was canceled or interrupted. */
  async begin(): Promise<void> {
    await this.#registry.setCanceled(this.#run, false);
    await this.#registry.writeRun(this.#entry());
    this.#timers = [
      setInterval(() => void this.#sweep().catch(() => undefined), sweepPause),
      setInterval(() => void this.#beat().catch(() => undefined), heartbeat / 5),
    ];
  }

  async execute(job: Job, { signal, onProgress, onRefused }: ExecuteOptions = {}): Promise<JobReport> {
    signal?.throwIfAborted();
    if (this.#canceled) throw this.#canceled;
    const id = queuedId(this.#run, job);
    const done = new Promise<JobReport>((resolve, reject) => {
      this.#waiting.set(id, { job, resolve, reject, onProgress, onRefused });
    });
    const stop = () => this.#waiting.get(id)?.reject(signal!.reason);
    signal?.addEventListener('abort', stop);
    try {
      const [report] = await Promise.all([done, this.#submit(id, job, signal)]);
      return report;
    } finally {
      signal?.removeEventListener('abort', stop);
      this.#waiting.delete(id);
    }
  }

  async close(): Promise<void> {
    this.#timers.forEach(clearInterval);
    const isUnfinished = this.#waiting.size > 0;
    const reason = new SerError('run-canceled', 'The executor was closed.');
    for (const { reject } of this.#waiting.values()) reject(reason);
    if (isUnfinished) {
      await this.#registry.setCanceled(this.#run, true);
      await removeWaiting(this.#queue, this.#run);
    } else await this.#registry.removeRun(this.#run);
    this.#closing.abort(reason);
    await Promise.all([this.#events.close(), this.#queue.close(), this.#registry.close()]);
  }

  /** Puts a job into the queue, unless an earlier coordinator has. One that failed or lost its result starts again. */
  async #submit(id: string, job: Job, signal?: AbortSignal): Promise<void> {
    const data: QueuedJob = { run: this.#run, store: this.store.location, job };
    await this.#ask(async () => {
      const former = await this.#queue.getJob(id);
      if (former && (await former.isFailed())) await former.remove();
      if (former && (await former.isCompleted())) await former.remove();
      await this.#queue.add(job.kind, data, {
        jobId: id,
        attempts: tries,
        backoff: { type: 'fixed', delay: 500 },
        removeOnComplete: { count: keptJobs },
        removeOnFail: { count: keptJobs },
      });
    }, signal);
  }

  #ask<T>(request: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const { signal: closing } = this.#closing;
    return persistently(request, signal ? AbortSignal.any([signal, closing]) : closing);
  }

  /** Looks at what became of a job, and tells the one who waits for it. */
  async #settle(id: string): Promise<void> {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    try {
      // first the state: a job that ends between the two requests has its result in the second one
      const state = await this.#ask(() => this.#queue.getJobState(id));
      const found = state === 'unknown' ? undefined : await this.#ask(() => this.#queue.getJob(id));
      if (found === undefined) await this.#find(id, waiting);
      else if (state === 'completed') waiting.resolve(found.returnvalue as QueuedResult);
      else if (state === 'failed') await this.#fail(id, waiting, found.failedReason);
    } catch (error) {
      if (!this.#closing.signal.aborted) waiting.reject(error);
    }
  }

  /** A job that a worker stopped because an earlier coordinator of this run had canceled it starts again. */
  async #fail(id: string, { job, reject }: Waiting, reason: string): Promise<void> {
    const error = errorOf(job, reason);
    const isStopped = error instanceof SerError && error.code === 'run-canceled';
    if (!isStopped || (await this.#ask(() => this.#registry.isCanceled(this.#run)))) return reject(error);
    await this.#submit(id, job);
  }

  /** A job that the queue does not have: it is long finished, or the server has lost it. */
  async #find(id: string, { job, resolve }: Waiting): Promise<void> {
    if ((await this.store.read(places.result(job.key))) === undefined) return this.#submit(id, job);
    resolve({
      worker: 'unknown',
      environment: { version: '', node: '', processor: '' },
      seconds: 0,
      differs: false,
    });
  }

  #progress(id: string, progress: Progress): void {
    const waiting = this.#waiting.get(id);
    if ('refused' in progress) waiting?.onRefused?.(progress.refused);
    else waiting?.onProgress?.(progress);
  }

  async #sweep(): Promise<void> {
    for (const id of [...this.#waiting.keys()]) await this.#settle(id);
  }

  /** Says that the coordinator is there, and learns whether someone has canceled the run. */
  async #beat(): Promise<void> {
    if (!(await this.#registry.isCanceled(this.#run))) return this.#registry.writeRun(this.#entry());
    this.#canceled = new SerError(
      'run-canceled',
      `The run \`${this.#run}\` was canceled with \`ser queue cancel\`. What is finished is kept: run the same command ` +
        'again with `resume` (`--resume`) to continue.',
    );
    for (const { reject } of this.#waiting.values()) reject(this.#canceled);
  }

  #entry(): Omit<RunEntry, 'canceled'> {
    return {
      name: this.#run,
      store: this.store.location,
      coordinator: processName(),
      since: this.#since,
      seen: Date.now(),
    };
  }
}

/** The error of a failed job: of its own data as on one machine, or that it failed twice. */
function errorOf(job: Job, reason: string): Error {
  const error = fromPlainError(errorOfReason(reason));
  if (error instanceof SerError && (!isWorthRetrying(error) || isNotOfJob(error))) return error;
  return failedJob(job, error.message, error);
}
