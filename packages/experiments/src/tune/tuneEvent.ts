import type { RunEvent } from '../progress/runEvent.js';
import type { TrialMetric } from '../recipe/searchSpace.js';
import type { SearchMethod } from './searchPlan.js';
import type { TrialRecord } from './trialLog.js';

/** What happens during a search, in order, followed by the events of the best recipe's run. */
export type TuneEvent = RunEvent | SearchEvent | TrialEpochEvent | TrialEvent | WinnerEvent;

/** The speakers have been split, and the trials have been drawn. */
export interface SearchEvent {
  readonly type: 'search';
  readonly method: SearchMethod;
  /** The score that ranks the trials. */
  readonly metric: TrialMetric;
  /** A sentence that describes the final test. */
  readonly protocol: string;
  readonly nTrials: number;
  /** Epochs of each rung; empty if trials differ in epochs. */
  readonly rungs: readonly number[];
  /** Total number of epochs of all trials; `asha` may need a few more. */
  readonly nEpochs: number;
  /** Trainings that earlier sessions have finished. */
  readonly finished: readonly TrialRecord[];
  /** Number of processes that train trials. */
  readonly workers: number;
}

/** A trial has finished an epoch. */
export interface TrialEpochEvent {
  readonly type: 'trial-epoch';
  readonly trial: number;
  /** From 1. */
  readonly epoch: number;
  /** Total number of epochs. */
  readonly epochs: number;
}

/** A trial has been trained for the epochs of its rung. */
export interface TrialEvent extends TrialRecord {
  readonly type: 'trial';
}

/** The search is finished; the best recipe will be tested on the test speakers. */
export interface WinnerEvent extends TrialRecord {
  readonly type: 'winner';
}
