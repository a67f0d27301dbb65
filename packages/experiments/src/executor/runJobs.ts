import { setMaxListeners } from 'node:events';
import type { StepOptions } from '../progress/stepOptions.js';
import { ExperimentError } from '../errors.js';
import type { Executor, JobProgress } from './executor.js';
import { type Job, jobKey, type JobContent, places } from './job.js';
import { packParts, type Parts, unpackParts } from './parts.js';
import { type Environment, environmentOf } from './environment.js';

/** A job before it is submitted: what determines its result, and what a worker needs to find the data. */
export interface NewJob extends JobContent {
  /** The environment that the result requires. @default any */
  readonly environment?: Environment | undefined;
  /** What a worker needs besides: descriptions and places. */
  readonly task: unknown;
}

/** The jobs of one run: submits them, reads their results, and counts them for one progress bar. */
export class RunJobs {
  readonly executor: Executor;
  /** What features require. */
  readonly featuresEnvironment: Environment;
  readonly #options: StepOptions;
  readonly #fractions = new Map<string, number>();
  readonly #workers = new Set<string>();
  readonly #warned = new Set<string>();
  #total = 0;
  #done = 0;

  private constructor(executor: Executor, here: Environment, options: StepOptions) {
    this.executor = executor;
    this.featuresEnvironment = here;
    this.#options = { ...options, signal: forMany(options.signal) };
  }

  static async begin(executor: Executor, options: StepOptions): Promise<RunJobs> {
    return new RunJobs(executor, await environmentOf(), options);
  }

  /** Announces jobs, so that the bar knows its end. */
  expect(nJobs: number): void {
    this.#total += nJobs;
  }

  /**
   * The result of a job, from the store or from a worker.
   *
   * @throws {SerError} as `Executor.execute`
   */
  async result<H>(job: NewJob, onProgress?: (progress: JobProgress) => void): Promise<Parts<H>> {
    this.#options.signal?.throwIfAborted();
    const key = jobKey(job);
    const { store } = this.executor;
    const kept = await store.read(places.result(key));
    const bytes = kept ?? (await this.#compute(key, job, onProgress));
    this.#done++;
    this.#tell(job.kind);
    return unpackParts<H>(bytes);
  }

  async #compute(
    key: string,
    job: NewJob,
    onProgress?: (progress: JobProgress) => void,
  ): Promise<Uint8Array> {
    const { executor } = this;
    const { kind, ids, seed, environment, task } = job;
    await executor.store.replace(places.task(key), packParts({ header: task, parts: {} }));
    this.#fractions.set(key, 0);
    try {
      const submitted: Job = {
        key,
        kind,
        ids,
        seed,
        ...(environment && !executor.allowUnequal && { environment }),
      };
      const { worker, differs } = await executor.execute(submitted, {
        signal: this.#options.signal,
        onProgress: (progress) => {
          this.#fractions.set(key, progress.total === 0 ? 0 : progress.done / progress.total);
          this.#tell(kind);
          onProgress?.(progress);
        },
        onRefused: (message) => this.#warn('worker-refused', message),
      });
      this.#workers.add(worker);
      if (differs) this.#warn('results-differ', differsText(job, key));
    } finally {
      this.#fractions.delete(key);
    }
    await executor.store.remove(places.task(key));
    return (await executor.store.read(places.result(key))) ?? refuseMissing(job, executor.store.location);
  }

  #tell(kind: NewJob['kind']): void {
    const running = this.#fractions.size;
    const parts = [...this.#fractions.values()].reduce((sum, fraction) => sum + fraction, 0);
    const total = Math.max(this.#total, this.#done + running);
    const workers = this.#workers.size;
    this.#options.onEvent?.({ type: 'jobs', kind, done: this.#done, partly: parts, running, total, workers });
  }

  #warn(code: 'worker-refused' | 'results-differ', message: string): void {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    this.#options.onEvent?.({ type: 'warning', code, message });
  }
}

/** The same signal for any number of listeners, of which Node.js would warn. */
function forMany(signal: AbortSignal | undefined): AbortSignal | undefined {
  if (signal === undefined) return undefined;
  const many = AbortSignal.any([signal]);
  setMaxListeners(0, many);
  return many;
}

/** Does some work on many things, `ahead` at a time, and yields the results in order. */
export async function* inOrder<T, R>(
  things: readonly T[],
  ahead: number,
  work: (thing: T) => Promise<R>,
): AsyncGenerator<R> {
  const pending: Promise<R>[] = [];
  let begun = 0;
  while (begun < things.length || pending.length > 0) {
    while (begun < things.length && pending.length < ahead) {
      const result = work(things[begun++]!);
      result.catch(() => undefined); // thrown when its turn comes
      pending.push(result);
    }
    yield await pending.shift()!;
  }
}

function differsText({ kind, ids }: NewJob, key: string): string {
  return (
    `The job ${kind} ${ids.slice(0, 3).join(', ')} was computed twice with different results; the first is used, and both are ` +
    `in the store under ${key.slice(0, 16)}. Compare the machines of the workers.`
  );
}

function refuseMissing({ kind, ids }: NewJob, location: string): never {
  throw new ExperimentError(
    'job-failed',
    `The store \`${location}\` must be the same on all machines; it has no result of the job ${kind} ` +
      `${ids.slice(0, 3).join(', ')}, which a worker reports as finished. Use a path or URL that all of them reach.`,
  );
}
