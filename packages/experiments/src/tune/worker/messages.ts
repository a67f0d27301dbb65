import type { Fold } from '@ser/datasets';
import type { EngineName } from '@ser/models';
import type { Listing } from '../../data/listing.js';
import type { Recipe } from '../../recipe/recipe.js';
import type { TrialOutcome } from '../trialOutcome.js';

/** The first message to a trial process: everything it needs besides recipes. */
export interface WorkerSetup {
  /** The clips of the speakers that are not used for testing. */
  readonly listing: Listing;
  /** The clips for training, for validation during training, and for scoring. */
  readonly fold: Fold;
  /** The folder in which processes share features. */
  readonly folder: string;
  readonly engine: EngineName;
}

/** A message from the search to a trial process. */
export type WorkerRequest =
  | { readonly type: 'setup'; readonly setup: WorkerSetup }
  | { readonly type: 'train'; readonly recipe: Recipe };

/** A message from a trial process to the search: for each `train`, any number of `epoch`, then one of the others. */
export type WorkerReply =
  | { readonly type: 'epoch'; readonly epoch: number }
  | { readonly type: 'trained'; readonly result: TrainingResult }
  | { readonly type: 'error'; readonly error: PlainError };

/** The result of a training, or an error that the trial's own values caused; any other error ends the search. */
export type TrainingResult = Pick<TrialOutcome, 'scores' | 'failure'>;

/** An error as it passes between processes. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly file?: string;
  readonly stack?: string;
}
