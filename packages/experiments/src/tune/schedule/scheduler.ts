import type { TrialJob, TrialOutcome } from '../trialOutcome.js';

/** The progress of a search. */
export interface SearchState {
  readonly finished: readonly TrialOutcome[];
  readonly running: readonly TrialJob[];
}

/**
 * Chooses the next job from the progress alone, so that a search can be continued. `wait`: after one of the running jobs
 * has finished; `done`: there are no more jobs.
 */
export type Scheduler = (state: SearchState) => TrialJob | 'wait' | 'done';

/** Whether a job is neither finished nor running. */
export function isOpen(job: TrialJob, { finished, running }: SearchState): boolean {
  return ![...finished, ...running].some((other) => isSame(other, job));
}

/** Whether two jobs train the same trial for the same number of epochs. */
export function isSame(one: TrialJob, other: TrialJob): boolean {
  return one.trial === other.trial && one.epochs === other.epochs;
}

/** The next of some jobs that must finish before the search can continue; `undefined` if all have finished. */
export function nextOf(jobs: readonly TrialJob[], state: SearchState): TrialJob | 'wait' | undefined {
  const open = jobs.find((job) => isOpen(job, state));
  if (open !== undefined) return open;
  return jobs.some((job) => state.running.some((other) => isSame(other, job))) ? 'wait' : undefined;
}
