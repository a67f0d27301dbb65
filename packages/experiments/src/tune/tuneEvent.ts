import type { RunEvent } from '../progress/runEvent.js';
import type { TrialMetric } from '../recipe/searchSpace.js';
import type { SearchMethod } from './searchPlan.js';
import type { TrialRecord } from './trialLog.js';

/** What happens during a search, in order; then come the events of the run that measures the best recipe. */
export type TuneEvent = RunEvent | SearchEvent | TrialEpochEvent | TrialEvent | WinnerEvent;

/** It is decided who is tested at the end, who trials are scored on, and what is tried. */
export interface SearchEvent {
  readonly type: 'search';
  readonly method: SearchMethod;
  /** By what trials are ranked. */
  readonly metric: TrialMetric;
  /** Who is tested at the end, in one sentence. */
  readonly protocol: string;
  readonly nTrials: number;
  /** Epochs of each rung; empty where trials differ in epochs. */
  readonly rungs: readonly number[];
  /** How many epochs will be trained, all trials taken together; `asha` may come to some more. */
  readonly nEpochs: number;
  /** Trainings that an earlier sitting has finished. */
  readonly finished: readonly TrialRecord[];
  /** Processes that train trials. */
  readonly workers: number;
}

/** A trial has learnt from its training clips once more. */
export interface TrialEpochEvent {
  readonly type: 'trial-epoch';
  readonly trial: number;
  /** From 1. */
  readonly epoch: number;
  /** How many there will be. */
  readonly epochs: number;
}

/** A trial has been trained for the epochs of its rung. */
export interface TrialEvent extends TrialRecord {
  readonly type: 'trial';
}

/** The search is over; its best recipe goes on to be measured on the test speakers. */
export interface WinnerEvent extends TrialRecord {
  readonly type: 'winner';
}
