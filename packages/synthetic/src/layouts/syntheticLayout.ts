import type { Sex } from '@ser/datasets';
import type { SyntheticEmotion } from '../emotionStyles.js';

/** How a real corpus names its files, so that synthetic voices can stand in for it where a program is tried out. */
export interface SyntheticLayout {
  /** Name of the corpus, as in `findCorpus`. */
  readonly corpus: string;
  /** What the parts of a file name mean, for the README that goes with the clips. */
  readonly grammar: string;
  /** The corpus's speakers, in its order. */
  readonly cast: readonly SyntheticSpeaker[];
  /** The emotions that both the corpus and the synthesiser have, with the corpus's codes. */
  readonly emotionCodes: Partial<Readonly<Record<SyntheticEmotion, string>>>;
  /** Whether emotions other than neutral are also acted strongly. */
  readonly hasStrong: boolean;
  /** How many takes of each statement the names can tell apart. */
  readonly maxRepetitions: number;
  /** Path within the corpus folder, with forward slashes. */
  fileOf(clip: NamedClip): string;
}

export interface SyntheticSpeaker {
  /** As the corpus calls the speaker. */
  readonly name: string;
  readonly sex: Sex;
}

/** What a file name says of a clip. */
export interface NamedClip {
  /** As the corpus calls the speaker. */
  readonly speaker: string;
  /** As the corpus writes the emotion. */
  readonly emotionCode: string;
  readonly intensity: 'normal' | 'strong';
  /** 1 or 2: which of the two `sentences`. */
  readonly statement: number;
  /** From 1. */
  readonly repetition: number;
}

/** The takes of both statements in one row, from 0, for corpora that number them so. */
export function takeIndex({ statement, repetition }: NamedClip): number {
  return 2 * (repetition - 1) + statement - 1;
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
