import type { Interval } from '@ser/metrics';

/** UAR on unseen speakers, without enrollment and after some unlabeled clips of the speaker. */
export interface EnrollmentMetrics {
  /** A sentence that says what was measured. */
  readonly sentence: string;
  /** How many times the enrollment clips were drawn. */
  readonly draws: number;
  readonly curves: readonly EnrollmentCurve[];
}

/**
 * The labels to choose from: `all` of the model's labels, those that occur among the `tested` clips of the corpus, or
 * `four`.
 */
export type ChoiceOfLabels = 'all' | 'tested' | 'four';

/** From no enrollment clips to all clips, for one choice of labels. */
export interface EnrollmentCurve {
  readonly choice: ChoiceOfLabels;
  /** The labels to choose from; for `tested`, the model's labels, of which each corpus has some. */
  readonly labels: readonly string[];
  /** The UAR of guessing, in [0, 1]; the mean of several corpora. */
  readonly chance: number;
  /** By rising number of enrollment clips. */
  readonly points: readonly EnrollmentPoint[];
}

export interface EnrollmentPoint extends SessionUar {
  /** Enrollment clips per speaker: 0 is none, `all` is all clips of the speaker, including the tested ones. */
  readonly clips: number | 'all';
  /** Each tested corpus separately; the point's scores are the mean of theirs. */
  readonly corpora: readonly CorpusUar[];
}

export interface CorpusUar extends SessionUar {
  readonly corpus: string;
  /** The UAR of guessing among the labels to choose from, in [0, 1]. */
  readonly chance: number;
}

export interface SessionUar {
  /** In [0, 1]. */
  readonly uar: number;
  /** 95% interval, by resampling the speakers of each corpus; `null` if a corpus has only one speaker. */
  readonly interval: Interval | null;
}
