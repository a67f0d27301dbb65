/** How to divide utterances into what is learnt from and what is tested. */
export type SplitRequest =
  | SpeakerSplitRequest
  | SpeakerFoldsRequest
  | LeaveOneSpeakerOutRequest
  | LeaveOneCorpusOutRequest
  | PublishedSplitRequest
  | RandomSplitRequest;

/** Hold-out by speaker: some speakers are tested, the others are learnt from. */
export interface SpeakerSplitRequest extends ValidationOption {
  readonly kind: 'speaker';
  /**
   * Share of the speakers that is tested, above 0 and below 1.
   *
   * @default 0.25
   */
  readonly testFraction?: number;
}

/** Cross-validation by speaker: every speaker is tested in exactly one fold. */
export interface SpeakerFoldsRequest extends ValidationOption {
  readonly kind: 'speaker-folds';
  /**
   * Number of folds, from 2 to the number of speakers.
   *
   * @default as is usual: one for each speaker where there are at most ten, which is `leave-one-speaker-out`, else 6
   */
  readonly folds?: number;
}

/** Cross-validation with one fold for each speaker. */
export interface LeaveOneSpeakerOutRequest extends ValidationOption {
  readonly kind: 'leave-one-speaker-out';
}

/**
 * Cross-validation with one fold for each corpus, trained on all others.
 *
 * Labels are those of the utterances given: what only the training corpora have is learnt and never tested, what
 * only the tested corpus has is tested and never learnt (the protocol then says so). Choose shared ones beforehand.
 */
export interface LeaveOneCorpusOutRequest extends ValidationOption {
  readonly kind: 'leave-one-corpus-out';
}

/** Folds that others have published, so that figures can be compared. */
export interface PublishedSplitRequest extends ValidationOption {
  readonly kind: 'published';
  /** Name in `publishedSplits`, for example `emobox`. */
  readonly name: string;
}

/**
 * Hold-out or cross-validation by clip, stratified by emotion and corpus: tested speakers are also learnt from.
 *
 * @example
 * // 80 % train, 10 % validation, 10 % test: the validation share is one of what is not tested
 * { kind: 'random', testFraction: 0.1, validationFraction: 1 / 9 }
 */
export interface RandomSplitRequest extends ValidationOption {
  readonly kind: 'random';
  /**
   * Share of the recordings that is tested, above 0 and below 1; not beside `folds`.
   *
   * @default 0.2
   */
  readonly testFraction?: number;
  /**
   * Number of folds, at least 2: every recording is tested in exactly one.
   *
   * @default a single hold-out
   */
  readonly folds?: number;
}

export interface ValidationOption {
  /**
   * Share of what is not tested that is set apart for validation, at least 0 and below 1: whole speakers,
   * or recordings when the split is `random`. Above 0 it is always at least one.
   *
   * @default 0
   */
  readonly validationFraction?: number;
}

/** One round of training and testing; the three sides hold ids of utterances. */
export interface Fold {
  readonly name: string;
  readonly train: readonly string[];
  readonly validation: readonly string[];
  readonly test: readonly string[];
}

/** What is tested on what: plain data, to be kept beside every score it led to. */
export interface Split {
  /** The kind asked for; `published:emobox` for a published one. */
  readonly kind: string;
  /** The protocol in one sentence, to stand beside every score. */
  readonly protocol: string;
  /** Whether no tested speaker is ever learnt from. */
  readonly speakerIndependent: boolean;
  readonly seed: number;
  readonly folds: readonly Fold[];
}
