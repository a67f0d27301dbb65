import type { EncoderEvent } from '@ser/encoder';
import type { Scores } from '@ser/metrics';
import type { Engine, EpochRecord, TrainingWarning } from '@ser/models';
import type { SkippedClip } from './skippedClip.js';
import type { SplitRole } from './splitRole.js';

/** What happens during a run, in order; apps use it to show progress. */
export type RunEvent =
  | EngineEvent
  | EncoderFileEvent
  | ScannedEvent
  | SplitEvent
  | SkippedEvent
  | ExtractedEvent
  | AugmentedEvent
  | FoldEvent
  | ResumedEvent
  | FittingEvent
  | EpochEvent
  | WarningEvent
  | ScoredEvent
  | RefitEvent
  | ModelEvent
  | ReportEvent
  | JobsEvent;

/** The compute engine. */
export interface EngineEvent {
  readonly type: 'engine';
  readonly name: Engine['name'];
  readonly description: string;
}

/** A file of a speech encoder that the recipe names by `model` is downloaded or read from the cache. */
export interface EncoderFileEvent {
  readonly type: 'encoder';
  readonly event: EncoderEvent;
}

/** A corpus folder has been listed. */
export interface ScannedEvent {
  readonly type: 'scanned';
  readonly corpus: string;
  readonly title: string;
  /** Whether the voices are synthetic; scores on them say nothing about people. */
  readonly synthetic: boolean;
  /** Clips in the folder. */
  readonly clips: number;
  /** Clips whose emotion is among the labels. */
  readonly used: number;
  /** Speakers of the used clips; 0 if none is known. */
  readonly speakers: number;
  /** Files whose name does not match the corpus's pattern, or rows of a table that cannot be used. */
  readonly irregular: number;
  /** The first of them, each with the reason. */
  readonly irregularFiles?: readonly { readonly file: string; readonly what: string }[];
}

/** The clips have been split into training and test clips. */
export interface SplitEvent {
  readonly type: 'split';
  readonly role: SplitRole;
  /** A sentence that describes the split. */
  readonly protocol: string;
  readonly speakerIndependent: boolean;
  readonly nFolds: number;
}

/** A clip cannot be used; the run continues without it. */
export interface SkippedEvent extends SkippedClip {
  readonly type: 'skipped';
}

/** The features of `done` of `total` clips have been computed; skipped clips count as done. */
export interface ExtractedEvent {
  readonly type: 'extracted';
  readonly done: number;
  readonly total: number;
}

/** The augmented copies of `done` of `total` training clips, and their features, have been computed. */
export interface AugmentedEvent {
  readonly type: 'augmented';
  readonly done: number;
  readonly total: number;
}

/** The place of a fold in its split. */
export interface FoldPlace {
  readonly role: SplitRole;
  /** Name of the fold; `final` for the model trained on all clips. */
  readonly fold: string;
  /** From 0; `nFolds` for the final model. */
  readonly index: number;
  readonly nFolds: number;
  /** The member of the ensemble; absent from events about all members. */
  readonly member?: string;
}

/** Training for a fold begins. */
export interface FoldEvent extends FoldPlace {
  readonly type: 'fold';
  /** Number of training clips, without augmented copies, and of test clips. */
  readonly train: number;
  readonly test: number;
  readonly testSpeakers: readonly string[];
}

/** A training from an earlier session continues after this epoch, or is already finished. */
export interface ResumedEvent extends FoldPlace {
  readonly type: 'resumed';
  readonly epoch: number;
  readonly finished: boolean;
}

/**
 * A classifier without epochs has used `done` of `total` training clips, including augmented copies; only if their features
 * are too large for memory.
 */
export interface FittingEvent extends FoldPlace {
  readonly type: 'fitting';
  readonly done: number;
  readonly total: number;
}

/** One pass over the training clips is finished. */
export interface EpochEvent extends FoldPlace {
  readonly type: 'epoch';
  readonly record: EpochRecord;
  /** The maximum number of epochs. */
  readonly epochs: number;
}

/**
 * Something is done differently than requested: another engine trains, because this one does not support the network, the
 * main thread computes features, because worker threads are unavailable, features are computed again, because their file
 * in the cache is damaged, or the recordings do not allow what you may expect (`own-data`).
 */
export interface WarningEvent {
  readonly type: 'warning';
  readonly code:
    | TrainingWarning['code']
    | 'workers-unavailable'
    | 'cache-damaged'
    | 'own-data'
    | 'worker-refused'
    | 'results-differ';
  readonly message: string;
}

/** The test clips of a fold have been scored. */
export interface ScoredEvent extends FoldPlace {
  readonly type: 'scored';
  readonly scores: Scores;
}

/** Training of the final model on all clips begins. */
export interface RefitEvent {
  readonly type: 'refit';
  readonly clips: number;
}

/** The final model has been saved. */
export interface ModelEvent {
  readonly type: 'model';
  readonly folder: string;
}

/** The report has been written; the run is finished. */
export interface ReportEvent {
  readonly type: 'report';
  readonly file: string;
}

/** A job of a run with an executor has advanced. The jobs of all kinds count together. */
export interface JobsEvent {
  readonly type: 'jobs';
  /** What the job computes. */
  readonly kind: 'clips' | 'train' | 'trial' | 'wait';
  /** Jobs with a result. */
  readonly done: number;
  /** How much of the running jobs is done, in jobs: 0.5 for a training that is half done. */
  readonly partly: number;
  /** Jobs that wait in the queue, or are computed. */
  readonly running: number;
  /** Jobs known so far: features, trainings or trials, and the final model. */
  readonly total: number;
  /** Processes that have computed a job so far. */
  readonly workers: number;
}
