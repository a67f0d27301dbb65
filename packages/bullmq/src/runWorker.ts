import { tmpdir } from 'node:os';
import { requireInteger, requireNumber, SerError } from '@ser/core';
import {
  environmentOf,
  isWorthRetrying,
  JobProcess,
  toPlainError,
  type Environment,
} from '@ser/experiments/executor';
import { DelayedError, UnrecoverableError, type Job as QueueJob } from 'bullmq';
import { CanceledRuns } from './canceledRuns.js';
import { persistently } from './persistently.js';
import { reasonText, type Progress, type QueuedJob, type QueuedResult } from './queuedJob.js';
import { queueNames, QueueServer, type AnyWorker } from './queueServer.js';
import { heartbeat, processName, Registry } from './registry.js';

/** What a worker does, for a log. */
export type WorkerEvent =
  | { readonly type: 'ready'; readonly name: string; readonly environment: Environment }
  | {
      readonly type: 'started' | 'finished';
      readonly run: string;
      readonly kind: string;
      readonly ids: readonly string[];
    }
  | {
      readonly type: 'failed';
      readonly run: string;
      readonly kind: string;
      readonly ids: readonly string[];
      readonly message: string;
    }
  | { readonly type: 'refused'; readonly run: string; readonly message: string };

export interface RunWorkerOptions {
  /** Jobs at a time, each in a process of its own. @default 1 */
  readonly concurrency?: number;
  /**
   * Seconds after which a job without a sign of its worker is given to another one; at least 1. The worker renews it twice in
   * that time from a thread that does not compute. @default 30
   */
  readonly lease?: number;
  /** A folder of this machine for downloaded recordings. @default the system's temporary folder */
  readonly folder?: string;
  /** Stops the worker: running jobs are given up, and other workers begin them again. */
  readonly signal: AbortSignal;
  readonly onEvent?: ((event: WorkerEvent) => void) | undefined;
}

/**
 * Computes the jobs of a queue until it is stopped.
 *
 * @param address `redis://`, `rediss://`, or `postgres://`
 * @throws {SerError} `queue-unreachable`, `invalid-option`
 */
export async function runWorker(address: string, options: RunWorkerOptions): Promise<void> {
  const { concurrency = 1, lease = 30, signal } = options;
  requireInteger('concurrency', concurrency, { min: 1 });
  requireNumber('lease', lease, { min: 1 });
  signal.throwIfAborted();
  const server = await QueueServer.open(address);
  const registry = new Registry(server);
  const desk = new WorkerDesk(registry, options);
  const worker = server.worker(queueNames.jobs, (job, token, lost) => desk.work(job, token!, lost!), {
    name: processName(),
    concurrency,
    lockDuration: lease * 1000,
    stalledInterval: lease * 1000,
    maxStalledCount: 1,
    runRetryDelay: 1000,
    drainDelay: 2,
  });
  loseWithLease(worker);
  const environment = await environmentOf();
  const since = Date.now();
  const beat = () =>
    registry.writeWorker({
      name: processName(),
      concurrency,
      environment: desk.environment ?? environment,
      since,
      seen: Date.now(),
    });
  const timer = setInterval(() => void beat().catch(() => undefined), heartbeat);
  try {
    await beat();
    options.onEvent?.({ type: 'ready', name: processName(), environment });
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  } finally {
    clearInterval(timer);
    desk.close();
    await worker.close();
    await registry.removeWorker(processName());
    await registry.close();
  }
}

/** A job whose lease could not be renewed belongs to another worker: its process is stopped. */
function loseWithLease(worker: AnyWorker): void {
  worker.on('lockRenewalFailed', (ids: readonly string[]) => {
    for (const id of ids) worker.cancelJob(id, 'lease lost');
  });
}

/** Milliseconds before a refused job is offered again. */
const refusedPause = 2000;

/** Gives jobs to the computing processes of a worker. */
class WorkerDesk {
  readonly #options: RunWorkerOptions;
  readonly #canceled: CanceledRuns;
  readonly #idle: JobProcess[] = [];
  readonly #all = new Set<JobProcess>();
  readonly #closing = new AbortController();
  /** That of the last job with an engine. */
  environment: Environment | undefined;

  constructor(registry: Registry, options: RunWorkerOptions) {
    this.#options = options;
    this.#canceled = new CanceledRuns(registry);
  }

  async work(queued: QueueJob, token: string, lost: AbortSignal): Promise<QueuedResult> {
    const { run, store, job } = queued.data as QueuedJob;
    const { kind, ids } = job;
    const { onEvent, folder = tmpdir() } = this.#options;
    if (await this.#canceled.has(run)) throw new UnrecoverableError(canceledText(run));
    const watch = this.#canceled.watch(run);
    onEvent?.({ type: 'started', run, kind, ids });
    const process = this.#idle.pop() ?? new JobProcess();
    this.#all.add(process);
    try {
      const computed = await process.compute(
        { job, store, folder },
        {
          signal: AbortSignal.any([lost, watch.signal, this.#closing.signal]),
          onProgress: (progress) => tell(queued, progress),
        },
      );
      if (computed.environment.engine !== undefined) this.environment = computed.environment;
      onEvent?.({ type: 'finished', run, kind, ids });
      return { worker: processName(), ...computed };
    } catch (error) {
      return await this.#fail(queued, token, error);
    } finally {
      watch.stop();
      this.#idle.push(process);
    }
  }

  close(): void {
    this.#closing.abort(new Error('The worker was stopped.'));
    for (const process of this.#all) process.kill();
    this.#canceled.close();
  }

  async #fail(queued: QueueJob, token: string, error: unknown): Promise<never> {
    const { run, job } = queued.data as QueuedJob;
    const { onEvent } = this.#options;
    const plain = toPlainError(error);
    if (plain.code === 'unequal-worker' || this.#closing.signal.aborted) {
      const refused = plain.code === 'unequal-worker';
      if (refused) {
        tell(queued, { refused: `Worker ${processName()} was refused. ${plain.message}` });
        onEvent?.({ type: 'refused', run, message: plain.message });
      }
      await persistently(() => queued.moveToDelayed(Date.now() + (refused ? refusedPause : 0), token));
      throw new DelayedError();
    }
    onEvent?.({ type: 'failed', run, kind: job.kind, ids: job.ids, message: plain.message });
    const text = reasonText(plain);
    const isFinal = !isWorthRetrying(error) && error instanceof SerError;
    throw isFinal ? new UnrecoverableError(text) : new Error(text);
  }
}

/** Progress is for the eye: a lost message does not matter. */
function tell(queued: QueueJob, progress: Progress): void {
  queued.updateProgress(progress).catch(() => undefined);
}

function canceledText(run: string): string {
  return reasonText({
    name: 'SerError',
    code: 'run-canceled',
    message: `The run \`${run}\` was canceled.`,
  });
}
