import { ranked, type TrialJob } from '../trialOutcome.js';
import type { HalvingOptions } from './halving.js';
import { isOpen, type Scheduler, type SearchState } from './scheduler.js';

/**
 * Asynchronous successive halving (ASHA): a trial continues as soon as it is among the best of its rung so far, so no
 * worker waits for a rung to finish. With several workers, results depend on which trial finishes first.
 *
 * The algorithm in the paper draws trials forever. This one has a fixed number: when all are trained and none can
 * continue, the best of the highest rung continues, so that at least one is trained completely.
 *
 * @see Li et al., "A System for Massively Parallel Hyperparameter Tuning", 2018, algorithm 2,
 *   https://arxiv.org/abs/1810.05934
 */
export function asynchronousHalving(options: HalvingOptions): Scheduler {
  const { trials, rungs } = options;
  const first = trials.map((trial) => ({ trial, epochs: rungs[0]! }));
  return (state) => {
    const promoted = promotion(options, state);
    if (promoted !== undefined) return promoted;
    const fresh = first.find((job) => isOpen(job, state));
    if (fresh !== undefined) return fresh;
    return state.running.length > 0 ? 'wait' : (lastResort(options, state) ?? 'done');
  };
}

/** The best trial that may continue, from the highest rung that has one. */
function promotion(
  { rungs, reductionFactor, metric }: HalvingOptions,
  state: SearchState,
): TrialJob | undefined {
  for (let rung = rungs.length - 2; rung >= 0; rung--) {
    const finished = finishedAt(rungs[rung]!, state);
    const best = ranked(finished, metric).slice(0, Math.floor(finished.length / reductionFactor));
    const next = firstOpen(best, rungs[rung + 1]!, state);
    if (next !== undefined) return next;
  }
  return undefined;
}

/** The best trial of the highest rung that can continue, unless one was trained completely. */
function lastResort({ rungs, metric }: HalvingOptions, state: SearchState): TrialJob | undefined {
  if (ranked(finishedAt(rungs.at(-1)!, state), metric).length > 0) return undefined;
  for (let rung = rungs.length - 2; rung >= 0; rung--) {
    const next = firstOpen(ranked(finishedAt(rungs[rung]!, state), metric), rungs[rung + 1]!, state);
    if (next !== undefined) return next;
  }
  return undefined;
}

/** The first of some trials that was not trained for this many epochs yet. */
function firstOpen(best: readonly TrialJob[], epochs: number, state: SearchState): TrialJob | undefined {
  return best.map(({ trial }) => ({ trial, epochs })).find((job) => isOpen(job, state));
}

function finishedAt(epochs: number, { finished }: SearchState) {
  return finished.filter((outcome) => outcome.epochs === epochs);
}
