import type { Irregularity } from '../parse/parsedFiles.js';
import type { UnreadableFile } from './unreadableFile.js';
import type { LabelLeak } from './findLeaks.js';

/** Smallest, median, and largest of some values. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** Counts of values in equal ranges. */
export interface Histogram {
  /** Start of the first range. */
  readonly start: number;
  /** Width of each range. */
  readonly width: number;
  readonly counts: readonly number[];
}

/** A clip and what is wrong with it, as a number. */
export interface MeasuredFile {
  readonly file: string;
  readonly value: number;
}

/** What is in some recordings, and what is wrong with them. Paths are relative to the folder. */
export interface RecordingsReport {
  readonly corpus: string;
  readonly clips: number;
  /** Number of known speakers. */
  readonly speakers: number;
  /** Clips without a speaker. */
  readonly withoutSpeaker: number;
  /** Number of clips of each label, the most frequent first. */
  readonly labels: Readonly<Record<string, number>>;
  /** In seconds. */
  readonly seconds: Spread & { readonly total: number };
  /** Root mean square in dB relative to full scale. */
  readonly levelDb: Spread;
  /** Number of clips of each sample rate in Hz. */
  readonly sampleRates: Readonly<Record<string, number>>;
  readonly lengths: Histogram;
  readonly levels: Histogram;
  readonly unreadable: readonly UnreadableFile[];
  readonly silent: readonly string[];
  /** Clips with runs of samples at the maximum: the share of such samples. */
  readonly clipped: readonly MeasuredFile[];
  /** Groups of files with equal bytes or samples; one of each, or none if their labels differ, is used in training. */
  readonly duplicates: readonly (readonly string[])[];
  /** Groups of files with the same sound at another level or sample rate. All are used in training. */
  readonly nearDuplicates: readonly (readonly string[])[];
  /** Groups of equal or almost equal files with different labels, each file with its label. */
  readonly conflicts: readonly (readonly { readonly file: string; readonly label: string }[])[];
  /** Speakers all of whose clips have one label, although there are several labels. */
  readonly oneLabelSpeakers: readonly {
    readonly speaker: string;
    readonly label: string;
    readonly clips: number;
  }[];
  /** Speakers that the `split` column has on both sides. */
  readonly splitLeaks: readonly string[];
  /** How well properties of the files predict the label. */
  readonly leaks: readonly LabelLeak[];
  readonly irregular: readonly Irregularity[];
  /** What you should look at before you train, in sentences. */
  readonly warnings: readonly string[];
}
