import type { ConfidenceInterval, McnemarResult, WilcoxonResult } from '@ser/metrics';

/** Several runs, and a comparison of each with the first. */
export interface RunsComparison {
  /** In the given order; the first is the baseline. */
  readonly runs: readonly ComparedRun[];
  /** In the order of the first run. */
  readonly labels: readonly string[];
  /** Number of clips that all runs were tested on. */
  readonly clips: number;
  readonly speakers: number;
  /** Each of the other runs compared with the first. */
  readonly comparisons: readonly RunComparison[];
  /** What readers must know before they trust a difference. */
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
  /** Interval of the UAR over speakers; `null` if there is none. */
  readonly interval: { readonly low: number; readonly high: number; readonly confidence: number } | null;
  /** Recall by label. */
  readonly recalls: Readonly<Record<string, number | null>>;
}

/** A run compared with the baseline, by clip and by speaker. */
export interface RunComparison {
  /** The result in one or two sentences. */
  readonly sentence: string;
  readonly run: string;
  readonly baseline: string;
  /** UAR of the run minus UAR of the baseline, with its interval over speakers; `null` with a single speaker. */
  readonly difference: ConfidenceInterval | null;
  /** Test over the UARs of the speakers, the one to quote; `null` with a single speaker. */
  readonly wilcoxon: (WilcoxonResult & { readonly adjustedPValue: number }) | null;
  /** Test over clips, which are not independent of each other, so its p-value is too small. */
  readonly mcnemar: McnemarResult;
  /** UAR of each speaker in both runs. */
  readonly bySpeaker: readonly SpeakerPair[];
}

export interface SpeakerPair {
  readonly speaker: string;
  readonly baseline: number;
  readonly run: number;
}
