import type { TrialJob, TrialOutcome } from '../trialOutcome.js';
import type { Scheduler } from './scheduler.js';

export interface RunScheduleOptions {
  /** Outcomes of jobs done before; they are not done again. */
  readonly finished: readonly TrialOutcome[];
  /** Jobs at a time, at least 1. */
  readonly concurrency: number;
  /** Does a job; a rejection ends the search. */
  readonly work: (job: TrialJob) => Promise<TrialOutcome>;
}

/**
 * Does the jobs of a scheduler, some at a time, until it says that all is done.
 *
 * @returns the outcomes of all jobs, those done before included, in the order in which they finished
 */
export async function runSchedule(
  scheduler: Scheduler,
  { finished, concurrency, work }: RunScheduleOptions,
): Promise<readonly TrialOutcome[]> {
  const outcomes = [...finished];
  const running = new Map<TrialJob, Promise<void>>();
  for (;;) {
    const next =
      running.size < concurrency ? scheduler({ finished: outcomes, running: [...running.keys()] }) : 'wait';
    if (typeof next === 'object') {
      const job = work(next).then((outcome) => {
        outcomes.push(outcome);
        running.delete(next);
      });
      running.set(next, job);
    } else if (running.size > 0) {
      await Promise.race(running.values());
    } else {
      return outcomes;
    }
  }
}
