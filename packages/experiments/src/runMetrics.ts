import type { ClassScores, ConfusionMatrix, Interval, Scores } from '@ser/metrics';
import type { SkippedClip } from './skippedClip.js';

/** All that a run found out, as `metrics.json` holds it and the report shows it. */
export interface RunMetrics extends Measures {
  /** Name of the recipe. */
  readonly recipe: string;
  readonly title: string;
  /** Who was trained on and who was tested, in one sentence. */
  readonly protocol: string;
  /** Whether no voice of the test was heard in training. */
  readonly speakerIndependent: boolean;
  /** Whether any of the voices is synthetic; figures from such voices say nothing about people. */
  readonly synthetic: boolean;
  /** In the model's order. */
  readonly labels: readonly string[];
  readonly seed: number;
  /** Name of the engine. */
  readonly engine: string;
  readonly folds: readonly FoldMetrics[];
  readonly corpora: readonly CorpusSummary[];
  /** The same recipe under its source's own split, where it was run. */
  readonly source?: SourceMetrics;
  /** What the model left behind was trained on; `null` when none was left. */
  readonly model: ModelSummary | null;
  readonly seconds: RunSeconds;
  /** Clips that took no part because they cannot be read or are silent. */
  readonly skipped: readonly SkippedClip[];
}

/** What came of the split that the recipe's source quotes. */
export interface SourceMetrics extends Measures {
  /** Who was trained on and who was tested, in one sentence. */
  readonly protocol: string;
  readonly speakerIndependent: boolean;
  readonly folds: readonly FoldMetrics[];
}

/** What predictions are worth, overall and by emotion. */
export interface Measures {
  /** The UAR of guessing, in [0, 1]. */
  readonly chance: number;
  /** All test clips of all folds, scored at once. */
  readonly pooled: Scores;
  /** Each fold scored by itself, then averaged. */
  readonly mean: Scores;
  /** Of the pooled UAR, by resampling speakers; `null` when only one speaker was tested. */
  readonly interval: UarInterval | null;
  readonly perClass: readonly LabelScores[];
  /** `confusion[actual][predicted]`, pooled. */
  readonly confusion: ConfusionMatrix;
}

export interface UarInterval extends Interval {
  readonly metric: 'uar';
  readonly confidence: number;
  /** What was resampled. */
  readonly over: 'speakers';
}

export interface LabelScores extends ClassScores {
  readonly label: string;
}

export interface FoldMetrics extends Scores {
  readonly fold: string;
  /** Passes over the training clips that were made; fewer than asked for where training stopped early. */
  readonly epochs: number;
  readonly train: SideSummary;
  readonly validation: SideSummary;
  readonly test: SideSummary;
}

/** Who is on one side of a fold. */
export interface SideSummary {
  /** Recordings; their altered copies are not counted. */
  readonly clips: number;
  readonly speakers: readonly string[];
}

export interface ModelSummary extends SideSummary {
  /** Whether it was trained anew, on clips that were tested included. */
  readonly refitted: boolean;
}

export interface CorpusSummary {
  readonly name: string;
  readonly title: string;
  readonly licence: string;
  readonly synthetic: boolean;
  /** Clips that took part. */
  readonly clips: number;
  readonly speakers: readonly string[];
}

/** Wall time of the parts of a run, in seconds; of a run that was gone on with, that of all sittings. */
export interface RunSeconds {
  /** Features of clips and copies. */
  readonly extract: number;
  readonly train: number;
  readonly evaluate: number;
  readonly total: number;
}
