import type { ChosenSettings } from '@ser/classifiers';
import type {
  ClassScores,
  ConfusionMatrix,
  Interval,
  IntervalMethod,
  MetricScores,
  RaterAgreement,
  Scores,
} from '@ser/metrics';
import type { RunSeconds } from '../progress/runSeconds.js';
import type { SkippedClip } from '../progress/skippedClip.js';
import type { NormalizationSummary } from '../recipe/normalizationSummary.js';
import type { EnrollmentMetrics } from './enrollment/enrollmentMetrics.js';

/** All results of a run, as in `metrics.json` and in the report. */
export interface RunMetrics extends Measures {
  /** Name of the recipe. */
  readonly recipe: string;
  readonly title: string;
  /** A sentence that describes the split. */
  readonly protocol: string;
  /** Whether no test speaker was used for training. */
  readonly speakerIndependent: boolean;
  /** Whether some clips have no speaker, so that the same voice may be on both sides. Not set if all have one. */
  readonly speakersUnknown?: true;
  /** Whether some of the voices are synthetic; scores on them say nothing about people. */
  readonly synthetic: boolean;
  /** In the model's order. */
  readonly labels: readonly string[];
  readonly seed: number;
  /** Name of the engine. */
  readonly engine: string;
  /** How features were normalized. */
  readonly normalization: NormalizationSummary;
  readonly folds: readonly FoldMetrics[];
  /** Each member of the ensemble alone; a single member has the scores of the run. */
  readonly members: readonly MemberMetrics[];
  readonly corpora: readonly CorpusSummary[];
  /** UAR without enrollment and after some clips of the speaker, if the recipe asks for it. */
  readonly enrollment?: EnrollmentMetrics;
  /** The predicted values, such as arousal and valence, if the recipe asks for them. */
  readonly dimensions?: DimensionMetrics;
  /** What the votes of raters say about the test clips, if they have votes. */
  readonly raters?: RaterMetrics;
  /** The same recipe with its source's split, if that was run. */
  readonly source?: SourceMetrics;
  /** What the saved model was trained on; `null` if none was saved. */
  readonly model: ModelSummary | null;
  readonly seconds: RunSeconds;
  /** Clips that were left out because they are unreadable or silent. */
  readonly skipped: readonly SkippedClip[];
}

/** How well values are predicted. */
export interface DimensionMetrics {
  /** Number of test clips with all of the values. */
  readonly clips: number;
  /** Number of their speakers; 0 if some are unknown. */
  readonly speakers: number;
  readonly scores: readonly DimensionScores[];
}

/** The scores of one dimension, over the test clips of all folds. */
export interface DimensionScores {
  readonly name: string;
  /** The smallest and the largest value: the recipe's, or those of the test clips. */
  readonly range: readonly [low: number, high: number];
  /** Concordance correlation coefficient. */
  readonly ccc: DimensionScore;
  readonly pearson: DimensionScore;
  /** Mean absolute error, in the unit of the values. */
  readonly mae: DimensionScore;
}

export interface DimensionScore {
  readonly value: number;
  /** 95% interval over speakers; `null` if they are unknown, or only one was tested. */
  readonly interval: Interval | null;
}

/** The votes of raters for the test clips. */
export interface RaterMetrics {
  /** Number of clips with votes for the labels. */
  readonly clips: number;
  /** The UAR of a single rater: the mean over the emotions of the share of votes for the label. */
  readonly uar: number;
  /** For each emotion of these clips, the share of votes for it. */
  readonly recalls: readonly { readonly label: string; readonly recall: number; readonly clips: number }[];
  /** Agreement between raters; `null` for probabilities instead of votes, or without two votes for a clip. */
  readonly agreement: RaterAgreement | null;
}

/** The results with the split of the recipe's source. */
export interface SourceMetrics extends Measures {
  /** A sentence that describes the split. */
  readonly protocol: string;
  readonly speakerIndependent: boolean;
  readonly speakersUnknown?: true;
  readonly folds: readonly FoldMetrics[];
  /** Each member of the ensemble alone. */
  readonly members: readonly MemberMetrics[];
  /** What the difference between this UAR and that of the run's own split means, in one sentence. */
  readonly gap: string;
}

/** The scores of one member alone, over the test clips of all folds. */
export interface MemberMetrics extends Scores {
  readonly name: string;
  /** Weight of its probabilities in the mean. */
  readonly weight: number;
  /** Interval of its UAR. */
  readonly interval: UarInterval | null;
}

/** Scores of predictions: overall, by emotion, and by speaker, sex, corpus, and sentence. */
export interface Measures {
  /** The UAR of guessing, in [0, 1]. */
  readonly chance: number;
  /** Every metric over the test clips of all folds; an undefined metric is NaN, in JSON `null`. */
  readonly pooled: MetricScores;
  /** The mean of the scores of each fold. */
  readonly mean: MetricScores;
  /** Interval of the pooled UAR, by resampling speakers; `null` if only one speaker was tested. */
  readonly interval: UarInterval | null;
  readonly perClass: readonly LabelScores[];
  /** `confusion[actual][predicted]`, pooled. */
  readonly confusion: ConfusionMatrix;
  /** Pooled; kinds of groups about which the clips have no information are left out. */
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

/** The ways to group clips. */
export type GroupKind = 'speaker' | 'sex' | 'corpus' | 'sentence';

/** The scores of each group of clips. */
export interface GroupedMeasures {
  /** Name of the group with the lowest UAR; for a group with few clips, this may be chance. */
  readonly worst: string;
  /** Ordered by name. */
  readonly groups: readonly GroupMeasures[];
  /** The gap between the highest and the lowest of two to four groups with different speakers. */
  readonly gap?: GroupGap;
}

/** The difference between the UAR of two groups of speakers, with its 95% interval over speakers. */
export interface GroupGap extends Interval {
  /** Name of the group with the highest UAR. */
  readonly highest: string;
  /** Name of the group with the lowest UAR. */
  readonly lowest: string;
  /** UAR of the highest less that of the lowest. */
  readonly difference: number;
}

export interface GroupMeasures extends Scores {
  readonly name: string;
  readonly clips: number;
  /** The UAR of guessing among the emotions of the group. */
  readonly chance: number;
  /** 95% interval of its UAR over its speakers; for sexes and corpora with at least two known speakers. */
  readonly interval?: Interval;
}

export interface LabelScores extends ClassScores {
  readonly label: string;
}

export interface FoldMetrics extends Scores {
  readonly fold: string;
  /** Passes over the training clips, fewer after early stopping; the maximum of all members. */
  readonly epochs: number;
  /** Each member of the ensemble alone. */
  readonly members: readonly FoldMemberMetrics[];
  readonly train: SideSummary;
  readonly validation: SideSummary;
  readonly test: SideSummary;
}

/** One member of the ensemble in a fold. */
export interface FoldMemberMetrics extends Scores {
  readonly name: string;
  /** Passes over the training clips. */
  readonly epochs: number;
  /** The settings that the classifier chose on the training clips of the fold; networks choose none. */
  readonly choice?: ChosenSettings;
}

/** The clips on one side of a fold. */
export interface SideSummary {
  /** Number of recordings, without their augmented copies. */
  readonly clips: number;
  readonly speakers: readonly string[];
}

export interface ModelSummary extends SideSummary {
  /** Whether it was trained again after the folds, also on clips that had been tested. */
  readonly refitted: boolean;
}

export interface CorpusSummary {
  readonly name: string;
  readonly title: string;
  readonly license: string;
  readonly synthetic: boolean;
  /** Number of clips that were used. */
  readonly clips: number;
  readonly speakers: readonly string[];
}
