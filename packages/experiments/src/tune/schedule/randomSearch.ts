import type { TrialJob } from '../trialOutcome.js';
import { nextOf, type Scheduler } from './scheduler.js';

/**
 * Random search: every trial is trained completely.
 *
 * @see Bergstra & Bengio, "Random Search for Hyper-Parameter Optimization", 2012, https://jmlr.org/papers/v13/bergstra12a.html
 */
export function randomSearch(jobs: readonly TrialJob[]): Scheduler {
  return (state) => nextOf(jobs, state) ?? 'done';
}
