import { ranked } from '../trialOutcome.js';
import type { TrialJob } from '../trialOutcome.js';
import type { HalvingOptions } from './halving.js';
import { isOpen } from './scheduler.js';
import type { Scheduler, SearchState } from './scheduler.js';

/**
 * Asynchronous successive halving (ASHA): a trial goes on as soon as it is among the best of its rung so far, so
 * that no worker ever waits for a rung to be finished. Which trials go on may depend on which of those trained at
 * a time finishes first; with one worker it does not.
 *
 * The paper's algorithm goes on drawing trials for ever. This one has a number of them: when all are trained and
 * none can go on, the best of the highest rung is taken further, so that one at least is trained to the end.
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

/** The best trial that may go on, from the highest rung that has one. */
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

/** The best trial of the highest rung that can go on, unless one has been trained to the end. */
function lastResort({ rungs, metric }: HalvingOptions, state: SearchState): TrialJob | undefined {
  if (ranked(finishedAt(rungs.at(-1)!, state), metric).length > 0) return undefined;
  for (let rung = rungs.length - 2; rung >= 0; rung--) {
    const next = firstOpen(ranked(finishedAt(rungs[rung]!, state), metric), rungs[rung + 1]!, state);
    if (next !== undefined) return next;
  }
  return undefined;
}

/** The first of some trials that has not been taken on to these epochs yet. */
function firstOpen(best: readonly TrialJob[], epochs: number, state: SearchState): TrialJob | undefined {
  return best.map(({ trial }) => ({ trial, epochs })).find((job) => isOpen(job, state));
}

function finishedAt(epochs: number, { finished }: SearchState) {
  return finished.filter((outcome) => outcome.epochs === epochs);
}
