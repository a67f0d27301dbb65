import type { StepOptions } from '../progress/stepOptions.js';
import type { ClipAnswer, ClipJob, ClipWork } from './clipJob.js';
import { ClipWorker } from './clipWorker.js';
import { ThreadPool } from './threadPool.js';

export interface WorkOptions extends StepOptions {
  /** Threads that work besides this one, at least 1; with 1 the work is done in this thread. @default 1 */
  readonly workers?: number | undefined;
  /** A folder where features are kept, so that no run computes them again of the same recordings. @default nowhere */
  readonly cache?: string | undefined;
}

/** A thread takes about as long to start as this many clips take to read. */
const CLIPS_WORTH_A_THREAD = 150;

/** Clips handed to a thread before it has answered the first of them, so that it need not wait. */
const AHEAD = 4;

/**
 * Works through clips and yields what came of each, in their order. The answers are the same, bit for bit, however
 * many threads do the work; where threads cannot be started, this one does it, and a warning says so.
 */
export async function* workClips(
  work: ClipWork,
  jobs: readonly ClipJob[],
  { workers = 1, signal, onEvent }: WorkOptions,
): AsyncGenerator<ClipAnswer> {
  const here = new ClipWorker(work);
  const nThreads = Math.min(workers, Math.floor(jobs.length / CLIPS_WORTH_A_THREAD));
  if (nThreads < 2) for (const job of jobs) yield await here.work(job, signal);
  else yield* workInThreads(new ThreadPool(work, nThreads), jobs, { ahead: AHEAD * nThreads, onFailure });

  function onFailure(job: ClipJob, error: unknown): Promise<ClipAnswer> {
    signal?.throwIfAborted();
    const message = `Threads do not compute features here, so this one does: ${String(error)}`;
    onEvent?.({ type: 'warning', code: 'workers-unavailable', message });
    return here.work(job, signal);
  }
}

interface ThreadOptions {
  /** Clips handed out and not yet answered, at most. */
  readonly ahead: number;
  /** What to do about a clip that a thread could not work on. */
  readonly onFailure: (job: ClipJob, error: unknown) => Promise<ClipAnswer>;
}

async function* workInThreads(
  threads: ThreadPool,
  jobs: readonly ClipJob[],
  { ahead, onFailure }: ThreadOptions,
): AsyncGenerator<ClipAnswer> {
  const answers: Promise<ClipAnswer | Error>[] = [];
  let begun = 0;
  try {
    for (const [done, job] of jobs.entries()) {
      while (begun < Math.min(jobs.length, done + ahead)) {
        answers.push(threads.work(jobs[begun++]!).catch((error: Error) => error));
      }
      const answer = await answers[done]!;
      delete answers[done];
      yield answer instanceof Error ? await onFailure(job, answer) : answer;
    }
  } finally {
    await threads.close();
  }
}
