import type { Job as QueueJob } from 'bullmq';
import type { Job, JobReport, PlainError } from '@ser/experiments/executor';
import { persistently } from './persistently.js';
import type { AnyQueue } from './queueServer.js';

/** The data of a job in the queue: a few hundred bytes and the ids, never audio or features. */
export interface QueuedJob {
  readonly run: string;
  /** Location of the store. */
  readonly store: string;
  readonly job: Job;
}

/** What a worker says about a job that it computes. */
export type Progress =
  | { readonly done: number; readonly total: number }
  /** Why it leaves the job to another worker. */
  | { readonly refused: string };

/** The result of a job in the queue; the features or the model are in the store. */
export type QueuedResult = JobReport;

/** The id in the queue: a coordinator that resumes submits the same jobs again, which the queue ignores. */
export function queuedId(run: string, { key }: Pick<Job, 'key'>): string {
  return `${run}.${key.slice(0, 32)}`;
}

/** An error as the reason of a failed job. */
export function reasonText(error: PlainError): string {
  return JSON.stringify({ name: error.name, code: error.code, message: error.message, file: error.file });
}

/** The error in a reason, or the reason as its message: the queue has its own, for example for lost workers. */
export function errorOfReason(reason: string): PlainError {
  try {
    return JSON.parse(reason) as PlainError;
  } catch {
    return { name: 'Error', message: stalled.test(reason) ? lostText : reason };
  }
}

const stalled = /stalled more than allowable limit/;
const lostText = 'The workers that computed it were lost, for example because they ran out of memory.';

/** Removes the jobs of a run that nobody has begun. */
export async function removeWaiting(queue: AnyQueue, run: string): Promise<number> {
  const states = ['waiting', 'prioritized', 'delayed'] as const;
  const jobs = await persistently(() => queue.getJobs([...states]));
  const own = (jobs as (QueueJob | undefined)[]).filter(
    (job) => (job?.data as QueuedJob | undefined)?.run === run,
  );
  let removed = 0;
  for (const job of own) {
    // a worker may begin it at this moment; it then learns that the run is canceled
    removed += await persistently(() => queue.remove(job!.id!)).catch(() => 0);
  }
  return removed;
}
