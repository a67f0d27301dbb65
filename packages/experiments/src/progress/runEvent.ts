import type { Scores } from '@ser/metrics';
import type { Engine, EpochRecord, TrainingWarning } from '@ser/models';
import type { SkippedClip } from './skippedClip.js';
import type { SplitRole } from './splitRole.js';

/** What happens during a run, in order; apps draw their progress from it. */
export type RunEvent =
  | EngineEvent
  | ScannedEvent
  | SplitEvent
  | SkippedEvent
  | ExtractedEvent
  | AugmentedEvent
  | FoldEvent
  | ResumedEvent
  | EpochEvent
  | WarningEvent
  | ScoredEvent
  | RefitEvent
  | ModelEvent
  | ReportEvent;

/** Which engine computes. */
export interface EngineEvent {
  readonly type: 'engine';
  readonly name: Engine['name'];
  readonly description: string;
}

/** A corpus folder has been listed. */
export interface ScannedEvent {
  readonly type: 'scanned';
  readonly corpus: string;
  readonly title: string;
  /** Whether the voices are made by a synthesiser; figures from them say nothing about people. */
  readonly synthetic: boolean;
  /** Clips in the folder. */
  readonly clips: number;
  /** Clips whose emotion is among the labels. */
  readonly used: number;
  /** Speakers of the used clips. */
  readonly speakers: number;
  /** Files whose name does not follow the corpus's grammar. */
  readonly irregular: number;
}

/** It is decided which clips are trained on and which are tested. */
export interface SplitEvent {
  readonly type: 'split';
  readonly role: SplitRole;
  /** One sentence. */
  readonly protocol: string;
  readonly speakerIndependent: boolean;
  readonly nFolds: number;
}

/** A clip cannot be used; the run goes on without it. */
export interface SkippedEvent extends SkippedClip {
  readonly type: 'skipped';
}

/** The features of `done` of `total` clips are computed (skipped ones count as done). */
export interface ExtractedEvent {
  readonly type: 'extracted';
  readonly done: number;
  readonly total: number;
}

/** The altered copies of `done` of `total` training clips are made and described. */
export interface AugmentedEvent {
  readonly type: 'augmented';
  readonly done: number;
  readonly total: number;
}

/** Where a fold stands among all of its split. */
export interface FoldPlace {
  readonly role: SplitRole;
  /** Name of the fold; `final` for the model refitted on all clips. */
  readonly fold: string;
  /** From 0; `nFolds` for the final model. */
  readonly index: number;
  readonly nFolds: number;
  /** Which of several classifiers is trained; absent where there is one, and of what all of them do together. */
  readonly member?: string;
}

/** Training for a fold begins. */
export interface FoldEvent extends FoldPlace {
  readonly type: 'fold';
  /** Clips trained on, copies not counted, and clips to be tested. */
  readonly train: number;
  readonly test: number;
  readonly testSpeakers: readonly string[];
}

/** A training that was begun before goes on after this epoch, or needs not: it is done. */
export interface ResumedEvent extends FoldPlace {
  readonly type: 'resumed';
  readonly epoch: number;
  readonly finished: boolean;
}

/** One pass over the training clips is done. */
export interface EpochEvent extends FoldPlace {
  readonly type: 'epoch';
  readonly record: EpochRecord;
  /** How many epochs there will be at most. */
  readonly epochs: number;
}

/**
 * Something goes on otherwise than asked: another engine trains, as this one cannot express the network; or this thread
 * computes features, as others cannot be started.
 */
export interface WarningEvent {
  readonly type: 'warning';
  readonly code: TrainingWarning['code'] | 'workers-unavailable';
  readonly message: string;
}

/** A fold's test clips are scored. */
export interface ScoredEvent extends FoldPlace {
  readonly type: 'scored';
  readonly scores: Scores;
}

/** Training of the final model on all clips begins. */
export interface RefitEvent {
  readonly type: 'refit';
  readonly clips: number;
}

/** The final model is saved. */
export interface ModelEvent {
  readonly type: 'model';
  readonly folder: string;
}

/** The report is written; the run is done. */
export interface ReportEvent {
  readonly type: 'report';
  readonly file: string;
}
