import type { Phoneme } from './phonemes.js';

/** A phoneme in a sentence. */
export interface Sound {
  readonly phoneme: Phoneme;
  /** Height of its pitch accent, relative to the highest of the sentence: 0 none, 1 full. Accented sounds are longer and louder. */
  readonly accent: number;
  /** Whether a speaker may pause after it. */
  readonly mayPause: boolean;
}

/** A sentence that the synthesizer can speak. */
export interface Sentence {
  readonly text: string;
  readonly sounds: readonly Sound[];
}

/** An ARPABET name, with `'` before a fully and `,` before a weakly accented sound; `|` marks a possible pause. */
export type Token = `${'' | "'" | ','}${Phoneme}` | '|';

/** The two statements of RAVDESS, 01 and 02. */
export const sentences: readonly [Sentence, Sentence] = [
  // prettier-ignore
  makeSentence('Kids are talking by the door', [
    'K', "'IH", 'D', 'Z', 'ER', '|', 'T', "'AO", 'K', 'IH', 'NG', '|', 'B', ',AY', 'DH', 'AX', 'D', ',AO', 'R',
  ]),
  // prettier-ignore
  makeSentence('Dogs are sitting by the door', [
    'D', "'AO", 'G', 'Z', 'ER', '|', 'S', "'IH", 'T', 'IH', 'NG', '|', 'B', ',AY', 'DH', 'AX', 'D', ',AO', 'R',
  ]),
];

/**
 * Makes a sentence from its phonetic transcription.
 *
 * @example
 * makeSentence('Ah', ["'AA"]).sounds; // [{ phoneme: 'AA', accent: 1, mayPause: false }]
 */
export function makeSentence(text: string, tokens: readonly Token[]): Sentence {
  const sounds = tokens.flatMap((token, i) => {
    if (token === '|') return [];
    const accent = token.startsWith("'") ? 1 : token.startsWith(',') ? 0.6 : 0;
    const phoneme = (accent > 0 ? token.slice(1) : token) as Phoneme;
    return [{ phoneme, accent, mayPause: tokens[i + 1] === '|' }];
  });
  return { text, sounds };
}
