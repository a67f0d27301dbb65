import type { StepOptions } from '../progress/stepOptions.js';
import type { RunJobs } from '../executor/runJobs.js';
import type { ClipJob, ClipResults, ClipWork } from './clipJob.js';
import { ClipWorker } from './clipWorker.js';
import { clipsInJobs } from './clipsInJobs.js';
import { ThreadPool } from './threadPool.js';

export interface WorkOptions extends StepOptions {
  /** Worker threads, at least 1; with 1, the main thread does the work. @default 1 */
  readonly workers?: number | undefined;
  /** A folder that caches features, so that later runs on the same recordings do not compute them again. @default no cache */
  readonly cache?: string | undefined;
  /** The jobs of a run with an executor, which then computes the features. @default none */
  readonly jobs?: RunJobs | undefined;
}

/** Starting a thread takes about as long as reading this many clips. */
const clipsPerThread = 150;

/** Clips that are sent to a thread in advance, so that it never waits. */
const ahead = 4;

/**
 * Processes clips and yields the results of each, one per work, in their order. A clip is read once for all works that
 * the cache does not have, and so is each copy that several of them use. Results do not depend on the number of threads, bit for
 * bit. If worker threads are unavailable, the main thread does the work, with a `warning` event.
 */
export async function* workClips(
  works: readonly ClipWork[],
  jobs: readonly ClipJob[],
  { workers = 1, jobs: remote, signal, onEvent }: WorkOptions,
): AsyncGenerator<ClipResults> {
  if (remote) {
    yield* clipsInJobs(works, jobs, remote);
    return;
  }
  const here = new ClipWorker(works, onDamaged);
  const nThreads = Math.min(workers, Math.floor(jobs.length / clipsPerThread));
  try {
    if (nThreads < 2) for (const job of jobs) yield await here.work(job, signal);
    else
      yield* workInThreads(new ThreadPool(works, nThreads, onDamaged), jobs, {
        ahead: ahead * nThreads,
        onFailure,
      });
  } finally {
    await here.close();
  }

  function onDamaged(place: string): void {
    const message = `\`${place}\` in the cache is damaged; its features are computed again.`;
    onEvent?.({ type: 'warning', code: 'cache-damaged', message });
  }

  function onFailure(job: ClipJob, error: unknown): Promise<ClipResults> {
    signal?.throwIfAborted();
    const message = `Worker threads are unavailable; using the main thread. ${String(error)}`;
    onEvent?.({ type: 'warning', code: 'workers-unavailable', message });
    return here.work(job, signal);
  }
}

interface ThreadOptions {
  /** The maximum number of clips that are sent out at the same time. */
  readonly ahead: number;
  /** What to do with a clip that a thread could not process. */
  readonly onFailure: (job: ClipJob, error: unknown) => Promise<ClipResults>;
}

async function* workInThreads(
  threads: ThreadPool,
  jobs: readonly ClipJob[],
  { ahead, onFailure }: ThreadOptions,
): AsyncGenerator<ClipResults> {
  const pending: Promise<ClipResults | Error>[] = [];
  let begun = 0;
  try {
    for (const job of jobs) {
      while (begun < jobs.length && pending.length < ahead) {
        pending.push(threads.work(jobs[begun++]!).catch((error: Error) => error));
      }
      const results = await pending.shift()!;
      yield results instanceof Error ? await onFailure(job, results) : results;
    }
  } finally {
    await threads.close();
  }
}
