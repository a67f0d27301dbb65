import type { TrialMetric } from '../../recipe/searchSpace.js';
import { ranked } from '../trialOutcome.js';
import { nextOf, type Scheduler, type SearchState } from './scheduler.js';

export interface HalvingOptions {
  /** Numbers of the trials of the first rung. */
  readonly trials: readonly number[];
  /** Epochs of each rung, rising. */
  readonly rungs: readonly number[];
  /** One trial out of this many, and at least one, continues to the next rung. */
  readonly reductionFactor: number;
  readonly metric: TrialMetric;
}

/**
 * Synchronous successive halving: a rung is finished before its best trials continue to the next. So the result does not
 * depend on how many trials are trained in parallel, or on which of them is faster.
 *
 * @see Jamieson & Talwalkar, "Non-stochastic Best Arm Identification and Hyperparameter Optimization", 2016,
 *   https://arxiv.org/abs/1502.07943
 */
export function halving({ trials, rungs, reductionFactor, metric }: HalvingOptions): Scheduler {
  return (state) => {
    let cohort = trials;
    for (const epochs of rungs) {
      const jobs = cohort.map((trial) => ({ trial, epochs }));
      const next = nextOf(jobs, state);
      if (next !== undefined) return next;
      const places = Math.max(1, Math.floor(cohort.length / reductionFactor));
      cohort = best(state, cohort, epochs, metric).slice(0, places);
    }
    return 'done';
  };
}

function best({ finished }: SearchState, cohort: readonly number[], epochs: number, metric: TrialMetric) {
  const rung = finished.filter((outcome) => outcome.epochs === epochs && cohort.includes(outcome.trial));
  return ranked(rung, metric).map(({ trial }) => trial);
}
