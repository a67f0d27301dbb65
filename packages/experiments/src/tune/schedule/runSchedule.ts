import type { TrialJob, TrialOutcome } from '../trialOutcome.js';
import type { Scheduler } from './scheduler.js';

export interface RunScheduleOptions {
  /** Results of earlier jobs, which are not repeated. */
  readonly finished: readonly TrialOutcome[];
  /** Number of parallel jobs, at least 1. */
  readonly concurrency: number;
  /** Runs a job; a rejection ends the search. */
  readonly work: (job: TrialJob) => Promise<TrialOutcome>;
}

/**
 * Runs the jobs of a scheduler in parallel until it says `done`.
 *
 * @returns the results of all jobs, including earlier ones, in the order in which they finished
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
