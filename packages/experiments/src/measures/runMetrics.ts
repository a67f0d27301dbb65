import type { ChosenSettings } from '@ser/classifiers';
import type {
  ClassScores,
  ConfusionMatrix,
  Interval,
  IntervalMethod,
  MetricScores,
  Scores,
} from '@ser/metrics';
import type { RunSeconds } from '../progress/runSeconds.js';
import type { SkippedClip } from '../progress/skippedClip.js';
import type { NormalizationSummary } from '../recipe/normalizationSummary.js';
import type { EnrolmentMetrics } from './enrollment/enrolmentMetrics.js';

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
  /** Over whose clips features were normalised, told in words too. */
  readonly normalization: NormalizationSummary;
  readonly folds: readonly FoldMetrics[];
  /** Each of several classifiers by itself, where the recipe has several. */
  readonly members?: readonly MemberMetrics[];
  readonly corpora: readonly CorpusSummary[];
  /** What is gained by hearing some clips of a speaker first, where the recipe asks for it. */
  readonly enrolment?: EnrolmentMetrics;
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
  /** Each of several classifiers by itself, where the recipe has several. */
  readonly members?: readonly MemberMetrics[];
}

/** What one of several classifiers answers by itself, all test clips of all folds scored at once. */
export interface MemberMetrics extends Scores {
  readonly name: string;
  /** How much its probabilities count in the mean. */
  readonly weight: number;
  /** Of the UAR, as that of the whole. */
  readonly interval: UarInterval | null;
}

/** What predictions are worth: overall, by emotion, and by speaker, sex, corpus and sentence. */
export interface Measures {
  /** The UAR of guessing, in [0, 1]. */
  readonly chance: number;
  /** All test clips of all folds, scored at once by every metric; a figure that is not defined is NaN, in JSON `null`. */
  readonly pooled: MetricScores;
  /** Each fold scored by itself, then averaged. */
  readonly mean: MetricScores;
  /** Of the pooled UAR, by resampling speakers; `null` when only one speaker was tested. */
  readonly interval: UarInterval | null;
  readonly perClass: readonly LabelScores[];
  /** `confusion[actual][predicted]`, pooled. */
  readonly confusion: ConfusionMatrix;
  /** Pooled; what no clip tells is left out. */
  readonly groups: Readonly<Partial<Record<GroupKind, GroupedMeasures>>>;
}

export interface UarInterval extends Interval {
  readonly metric: 'uar';
  readonly confidence: number;
  /** What was resampled. */
  readonly over: 'speakers';
  readonly nSpeakers: number;
  readonly method: IntervalMethod;
  /** Whether it may be quoted without the caveat. */
  readonly reliable: boolean;
  /** Why it is not reliable, in a sentence. */
  readonly caveat?: string;
}

/** By what clips are told apart. */
export type GroupKind = 'speaker' | 'sex' | 'corpus' | 'sentence';

/** The clips of each speaker (sex, corpus, sentence), scored by themselves. */
export interface GroupedMeasures {
  /** Name of the group with the lowest UAR; of few clips, it may be so by chance. */
  readonly worst: string;
  /** In the order of their names. */
  readonly groups: readonly GroupMeasures[];
}

export interface GroupMeasures extends Scores {
  readonly name: string;
  readonly clips: number;
  /** The UAR of guessing among the emotions that the group has. */
  readonly chance: number;
}

export interface LabelScores extends ClassScores {
  readonly label: string;
}

export interface FoldMetrics extends Scores {
  readonly fold: string;
  /**
   * Passes over the training clips that were made; fewer than asked for where training stopped early. Of several
   * classifiers, the most that one of them made.
   */
  readonly epochs: number;
  /** What a closed-form classifier chose on the training clips of the fold. */
  readonly choice?: ChosenSettings;
  /** Each of several classifiers by itself, where the recipe has several. */
  readonly members?: readonly FoldMemberMetrics[];
  readonly train: SideSummary;
  readonly validation: SideSummary;
  readonly test: SideSummary;
}

/** One of several classifiers in a fold. */
export interface FoldMemberMetrics extends Scores, Pick<FoldMetrics, 'epochs' | 'choice'> {
  readonly name: string;
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
