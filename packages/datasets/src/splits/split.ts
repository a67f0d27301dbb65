/** How to divide utterances into training and test sides. */
export type SplitRequest =
  | SpeakerSplitRequest
  | SpeakerFoldsRequest
  | LeaveOneSpeakerOutRequest
  | LeaveOneCorpusOutRequest
  | PublishedSplitRequest
  | TableSplitRequest
  | GroupSplitRequest
  | RandomSplitRequest;

/** Hold-out by speaker: some speakers are tested, the others are trained on. */
export interface SpeakerSplitRequest extends ValidationOption {
  readonly kind: 'speaker';
  /**
   * Fraction of the speakers to test, above 0 and below 1.
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
   * @default one per speaker for up to ten speakers, as in `leave-one-speaker-out`; 6 for more
   */
  readonly folds?: number;
}

/** Cross-validation with one fold per speaker. */
export interface LeaveOneSpeakerOutRequest extends ValidationOption {
  readonly kind: 'leave-one-speaker-out';
}

/**
 * Cross-validation with one fold per corpus, trained on all others.
 *
 * Labels are those of the utterances. A label that only the training corpora have is never tested; one that only the
 * test corpus has is never trained on (the protocol says so). Select the shared labels first, with `selectLabels`.
 */
export interface LeaveOneCorpusOutRequest extends ValidationOption {
  readonly kind: 'leave-one-corpus-out';
}

/** Folds that others have published, so that scores can be compared. */
export interface PublishedSplitRequest extends ValidationOption {
  readonly kind: 'published';
  /** Name in `publishedSplits`, for example `emobox`. */
  readonly name: string;
}

/**
 * The `split` column of a table. If its words are `train`, `validation` (`dev`), and `test`, there is one fold, and
 * validation clips are drawn only if the table has none; other words are names of folds, each tested once.
 */
export interface TableSplitRequest extends ValidationOption {
  readonly kind: 'table';
}

/**
 * Hold-out or cross-validation by groups of recordings, for recordings whose speakers are unknown. A group is a speaker if
 * known, otherwise a folder if every label is in several folders, otherwise a file. The emotions are in proportion as far
 * as the groups allow.
 *
 * An unknown voice may be on both sides, so the split does not count as speaker-independent.
 */
export interface GroupSplitRequest extends ValidationOption {
  readonly kind: 'group';
  /** Fraction of the clips to test, above 0 and below 1. Not allowed together with `folds`. @default no hold-out */
  readonly testFraction?: number;
  /** Number of folds, from 2 to the number of groups. @default 5, or the number of groups if there are fewer */
  readonly folds?: number;
}

/**
 * Hold-out or cross-validation by clip, stratified by emotion and corpus. Test speakers are also trained on.
 *
 * @example
 * // 80% training, 10% validation, 10% test: the validation fraction applies to the clips that are not tested
 * { kind: 'random', testFraction: 0.1, validationFraction: 1 / 9 }
 */
export interface RandomSplitRequest extends ValidationOption {
  readonly kind: 'random';
  /**
   * Fraction of the recordings to test, above 0 and below 1. Not allowed together with `folds`.
   *
   * @default 0.2
   */
  readonly testFraction?: number;
  /**
   * Number of folds, at least 2. Every recording is tested in exactly one.
   *
   * @default a single hold-out
   */
  readonly folds?: number;
}

/** The option that all kinds of split share. */
export interface ValidationOption {
  /**
   * Fraction of what is not tested to use for validation, at least 0 and below 1: of speakers, or of recordings if the
   * split is `random`. Above 0, at least one speaker or recording is used.
   *
   * @default 0
   */
  readonly validationFraction?: number;
}

/** One round of training and testing. The three sides contain ids of utterances; see `foldUtterances` and `foldRows`. */
export interface Fold {
  readonly name: string;
  readonly train: readonly string[];
  readonly validation: readonly string[];
  readonly test: readonly string[];
}

/** Which utterances are trained on and which are tested: plain data, to be saved with every score. */
export interface Split {
  /** The requested kind; `published:emobox` for a published split. */
  readonly kind: string;
  /** The protocol in one sentence, to be reported with every score. */
  readonly protocol: string;
  /** Whether no test speaker is in the training data. */
  readonly speakerIndependent: boolean;
  /** Whether some clips have no speaker, so that the same voice may be on both sides. Not set if all have one. */
  readonly speakersUnknown?: true;
  readonly seed: number;
  readonly folds: readonly Fold[];
}
