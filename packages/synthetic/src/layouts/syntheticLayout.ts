import type { CorpusSpeaker } from '@ser/datasets';
import type { SyntheticEmotion } from '../synthesis/emotionStyles.js';

/** How a real corpus names its files, so that a synthetic corpus can be read like it. */
export interface SyntheticLayout {
  /** Name of the corpus, as in `findCorpus`. */
  readonly corpus: string;
  /** The parts of a file name, for the README in the folder of the clips. */
  readonly grammar: string;
  /** The speakers of the corpus, in its own order. */
  readonly speakers: readonly CorpusSpeaker[];
  /** The emotions that both the corpus and the synthesizer have, with the corpus's codes. */
  readonly emotionCodes: Partial<Readonly<Record<SyntheticEmotion, string>>>;
  /** Whether emotions other than neutral also have a strong intensity. */
  readonly hasStrong: boolean;
  /** The largest number of takes per statement for which there are different names. */
  readonly maxRepetitions: number;
  /** Path within the corpus folder, with forward slashes. */
  fileOf(clip: NamedClip): string;
}

/** What a file name says about a clip. */
export interface NamedClip {
  /** As the corpus names the speaker. */
  readonly speaker: string;
  /** As the corpus writes the emotion. */
  readonly emotionCode: string;
  readonly intensity: 'normal' | 'strong';
  /** 1 or 2: which of the two `sentences`. */
  readonly statement: number;
  /** From 1. */
  readonly repetition: number;
}

/** The number of a take among those of both statements, from 0, for corpora that number their clips consecutively. */
export function takeIndex({ statement, repetition }: NamedClip): number {
  return 2 * (repetition - 1) + statement - 1;
}

/** `07` for 7. */
export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
