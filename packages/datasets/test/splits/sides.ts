import { foldUtterances } from '../../src/splits/foldSides.js';
import type { Fold } from '../../src/splits/split.js';
import type { Utterance } from '../../src/utterance.js';

/** The utterances on one side of a fold. */
export function sideOf(
  fold: Fold,
  side: 'train' | 'validation' | 'test',
  utterances: readonly Utterance[],
): readonly Utterance[] {
  return foldUtterances(fold, utterances)[side];
}

/** The different speakers of some utterances, sorted; only those of one sex if given. */
export function speakersIn(utterances: readonly Utterance[], sex?: 'female' | 'male'): readonly string[] {
  const chosen = utterances.filter((utterance) => sex === undefined || utterance.sex === sex);
  return [...new Set(chosen.map(({ speaker }) => speaker!))].sort();
}

/** Difference between the number of women on a side and their share of the whole corpus, in speakers. */
export function sexImbalance(side: readonly Utterance[], utterances: readonly Utterance[]): number {
  const women = speakersIn(utterances, 'female').length;
  const all = speakersIn(utterances).length;
  return Math.abs(speakersIn(side, 'female').length * all - women * speakersIn(side).length) / all;
}
