/** What you need to know about a model before you use it; the `README.md` of the model says more. */
export interface PretrainedModel {
  readonly name: string;
  /** Description in one line. */
  readonly title: string;
  /** License of the weights, as an SPDX identifier; the code of this package is Apache-2.0. */
  readonly license: string;
  /** The classes, in the order of the model's outputs. */
  readonly labels: readonly string[];
  /** Four of the labels, for fewer and more reliable classes; their probabilities are divided by their sum. */
  readonly fourClasses: readonly string[];
  /** Whether the model needs the package `@ser/encoder` and ONNX Runtime. */
  readonly usesEncoder: boolean;
  readonly trainedOn: readonly TrainingCorpus[];
  /** Scores on voices that are not in the training data. */
  readonly figures: readonly ModelFigure[];
  /** SHA-256 of each file, hexadecimal. */
  readonly sha256: Readonly<Record<string, string>>;
}

/** A corpus that a model was trained on. */
export interface TrainingCorpus {
  readonly corpus: string;
  readonly title: string;
  readonly license: string;
  /** As a BCP 47 tag: `de`. */
  readonly language: string;
  readonly clips: number;
  readonly speakers: readonly string[];
}

/** Unweighted average recall (UAR) on one corpus, or the mean over several. */
export interface ModelFigure {
  /** How it was measured. */
  readonly protocol: string;
  /** Name of the test corpus, or `mean`. */
  readonly corpus: string;
  /** The labels to choose from: `all` of the model, those that occur in the `tested` corpus, or `four`. */
  readonly choice: 'all' | 'tested' | 'four';
  /**
   * Unlabeled clips of the speaker used for calibration: 0 is without calibration, `all` are all clips of the speaker,
   * including those scored.
   */
  readonly clips: number | 'all';
  /** In [0, 1]. */
  readonly uar: number;
  /** 95% confidence interval over speakers; `null` for a single speaker. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Chance level of the UAR, in [0, 1]. */
  readonly chance: number;
}
