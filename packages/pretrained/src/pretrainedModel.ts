/** What must be known about a model before it is used; its `README.md` tells more. */
export interface PretrainedModel {
  readonly name: string;
  /** One line for people. */
  readonly title: string;
  /** Terms of the weights, as an SPDX identifier; those of the code of this package are Apache-2.0. */
  readonly licence: string;
  /** What it tells apart, in the order of its outputs. */
  readonly labels: readonly string[];
  /** Four of them, for those who want fewer and surer answers; their probabilities divided by their sum. */
  readonly fourClasses: readonly string[];
  readonly trainedOn: readonly TrainingCorpus[];
  /** What it is worth on voices that were not heard in training. */
  readonly figures: readonly ModelFigure[];
  /** SHA-256 of each file, hexadecimal. */
  readonly sha256: Readonly<Record<string, string>>;
}

export interface TrainingCorpus {
  readonly corpus: string;
  readonly title: string;
  readonly licence: string;
  /** As a BCP 47 tag: `de`. */
  readonly language: string;
  readonly clips: number;
  readonly speakers: readonly string[];
}

/** Unweighted average recall (UAR) on one corpus, or the mean over several. */
export interface ModelFigure {
  /** How it was measured. */
  readonly protocol: string;
  /** Name of the corpus tested, or `mean`. */
  readonly corpus: string;
  /** Between which labels it had to choose: `all` of its own, those that occur in the `tested` corpus, or `four`. */
  readonly choice: 'all' | 'tested' | 'four';
  /** Unlabelled clips of the speaker heard before: 0 is cold, `all` are all of his, those scored included. */
  readonly clips: number | 'all';
  /** In [0, 1]. */
  readonly uar: number;
  /** 95 %, over speakers; `null` for a single speaker. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** The UAR of guessing, in [0, 1]. */
  readonly chance: number;
}
