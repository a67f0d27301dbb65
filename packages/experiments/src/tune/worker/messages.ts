import type { Fold } from '@ser/datasets';
import type { EngineName } from '@ser/models';
import type { Listing } from '../../data/listing.js';
import type { SingleRecipe } from '../../recipe/recipe.js';
import type { TrialOutcome } from '../trialOutcome.js';

/** What a trial process is told first: all it will ever know besides recipes. */
export interface WorkerSetup {
  /** The clips of the speakers that are not tested. */
  readonly listing: Listing;
  /** Who is learnt from, watched, and scored on. */
  readonly fold: Fold;
  /** Where processes leave features for each other. */
  readonly folder: string;
  readonly engine: EngineName;
}

/** From the search to a trial process. */
export type WorkerRequest =
  | { readonly type: 'setup'; readonly setup: WorkerSetup }
  | { readonly type: 'train'; readonly recipe: SingleRecipe };

/** From a trial process to the search: any number of `epoch`, then one of the others, for each `train`. */
export type WorkerReply =
  | { readonly type: 'epoch'; readonly epoch: number }
  | { readonly type: 'trained'; readonly result: TrainingResult }
  | { readonly type: 'error'; readonly error: PlainError };

/** What a training comes to where nothing but the trial's own values can be at fault; any other error ends the search. */
export type TrainingResult = Pick<TrialOutcome, 'scores' | 'failure'>;

/** An error as it passes between processes. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly file?: string;
  readonly stack?: string;
}
