import type { Interval } from '@ser/metrics';

/** What a model is worth on a voice it meets cold, and once it has heard some clips of it, unlabelled. */
export interface EnrolmentMetrics {
  /** What was measured, in one sentence. */
  readonly sentence: string;
  /** How often the clips to hear were drawn. */
  readonly draws: number;
  readonly curves: readonly EnrolmentCurve[];
}

/**
 * Between which labels the model had to choose: `all` of its own, those that occur among the `tested` clips of the
 * corpus, or `four`.
 */
export type ChoiceOfLabels = 'all' | 'tested' | 'four';

/** From cold to all clips heard, with one choice of labels. */
export interface EnrolmentCurve {
  readonly choice: ChoiceOfLabels;
  /** The labels to choose between; for `tested` the model's own, of which each corpus has some. */
  readonly labels: readonly string[];
  /** The UAR of guessing, in [0, 1]; over several corpora the mean. */
  readonly chance: number;
  /** In rising order of clips heard. */
  readonly points: readonly EnrolmentPoint[];
}

export interface EnrolmentPoint extends SessionUar {
  /** Clips of a speaker heard before; 0 is cold, `all` are all of his, those scored included. */
  readonly clips: number | 'all';
  /** Each tested corpus by itself; the figures of the point are the mean of theirs. */
  readonly corpora: readonly CorpusUar[];
}

export interface CorpusUar extends SessionUar {
  readonly corpus: string;
  /** The UAR of guessing between the labels to choose from, in [0, 1]. */
  readonly chance: number;
}

export interface SessionUar {
  /** In [0, 1]. */
  readonly uar: number;
  /** 95 %, by resampling the speakers of each corpus; `null` where a corpus has one speaker only. */
  readonly interval: Interval | null;
}
