import type { ConfidenceInterval, McnemarResult, WilcoxonResult } from '@ser/metrics';

/** Runs side by side, and each held against the first. */
export interface RunsComparison {
  /** In the order they were named; the first is the baseline. */
  readonly runs: readonly ComparedRun[];
  /** In the order of the first run. */
  readonly labels: readonly string[];
  /** All were tested on these; clips that one of them had to skip are left out. */
  readonly clips: number;
  readonly speakers: number;
  /** Each of the other runs against the first. */
  readonly comparisons: readonly RunComparison[];
  /** What a reader must know before believing a difference. */
  readonly caveats: readonly string[];
}

export interface ComparedRun {
  /** Short name of its folder. */
  readonly name: string;
  readonly folder: string;
  readonly recipe: string;
  readonly protocol: string;
  readonly speakerIndependent: boolean;
  readonly synthetic: boolean;
  readonly chance: number;
  readonly uar: number;
  readonly accuracy: number;
  readonly macroF1: number;
  /** Of the UAR, over speakers; `null` where there is none. */
  readonly interval: { readonly low: number; readonly high: number; readonly confidence: number } | null;
  /** Recall, by label. */
  readonly recalls: Readonly<Record<string, number | null>>;
}

/** A run held against the baseline, clip by clip and speaker by speaker. */
export interface RunComparison {
  readonly run: string;
  readonly baseline: string;
  /** UAR of the run minus that of the baseline, with its interval over speakers; `null` with a single speaker. */
  readonly difference: ConfidenceInterval | null;
  /** Over the UAR of each speaker: the test to quote; `null` with a single speaker. */
  readonly wilcoxon: (WilcoxonResult & { readonly adjustedPValue: number }) | null;
  /** Over clips, which are not independent of each other: its p-value is too small. */
  readonly mcnemar: McnemarResult;
  /** UAR of each speaker, in both runs. */
  readonly bySpeaker: readonly SpeakerPair[];
}

export interface SpeakerPair {
  readonly speaker: string;
  readonly baseline: number;
  readonly run: number;
}
