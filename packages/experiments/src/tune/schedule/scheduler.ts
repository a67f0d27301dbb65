import type { TrialJob, TrialOutcome } from '../trialOutcome.js';

/** How far a search is. */
export interface SearchState {
  readonly finished: readonly TrialOutcome[];
  readonly running: readonly TrialJob[];
}

/**
 * Decides which job comes next, from nothing but how far the search is, so that a search can go on after a break.
 * `wait`: not before one of the running jobs has finished; `done`: never.
 */
export type Scheduler = (state: SearchState) => TrialJob | 'wait' | 'done';

/** Whether a job is neither finished nor running. */
export function isOpen(job: TrialJob, { finished, running }: SearchState): boolean {
  return ![...finished, ...running].some((other) => isSame(other, job));
}

/** Whether two jobs train the same trial for as long. */
export function isSame(one: TrialJob, other: TrialJob): boolean {
  return one.trial === other.trial && one.epochs === other.epochs;
}

/** The next of some jobs that have to be done before the search can go on; `undefined` when all are. */
export function nextOf(jobs: readonly TrialJob[], state: SearchState): TrialJob | 'wait' | undefined {
  const open = jobs.find((job) => isOpen(job, state));
  if (open !== undefined) return open;
  return jobs.some((job) => state.running.some((other) => isSame(other, job))) ? 'wait' : undefined;
}
