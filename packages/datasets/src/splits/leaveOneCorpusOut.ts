import { DatasetError } from '../errors.js';
import type { Utterance } from '../utterance.js';
import { groupBy } from './groupBy.js';
import type { RandomSource } from './randomSource.js';
import { drawValidation, speakerFold, speakersOf, validationClause } from './speakers.js';
import type { LeaveOneCorpusOutRequest, Split } from './split.js';

/** One fold for each corpus, named after it; see {@link LeaveOneCorpusOutRequest}. */
export function leaveOneCorpusOut(
  utterances: readonly Utterance[],
  { validationFraction }: LeaveOneCorpusOutRequest,
  random: RandomSource,
): Omit<Split, 'seed'> {
  const speakers = speakersOf(utterances);
  const corpora = groupBy(speakers, ({ corpus }) => corpus);
  if (corpora.length < 2) {
    throw new DatasetError(
      'too-few-corpora',
      `Leaving one corpus out needs at least 2 corpora, got ${corpora.length}. Give another, or choose a split by speaker.`,
    );
  }
  const names = corpora.map(([first]) => first!.corpus);
  return {
    kind: 'leave-one-corpus-out',
    protocol:
      `Speaker-independent, leave one corpus out: each of ${names.join(', ')} is tested by a model trained on the ` +
      `others${validationClause(validationFraction)}${unlearntClause(utterances)}.`,
    speakerIndependent: true,
    folds: corpora.map((test, i) => {
      const validation = drawValidation(speakers, test, validationFraction, random);
      return speakerFold(names[i]!, speakers, { test, validation });
    }),
  };
}

/** Admits labels that are tested although no other corpus teaches them: their recall can only be 0. */
function unlearntClause(utterances: readonly Utterance[]): string {
  const unlearnt = groupBy(utterances, ({ emotion }) => emotion)
    .filter(([first, ...others]) => others.every(({ corpus }) => corpus === first!.corpus))
    .map(([first]) => `${first!.emotion} (only in ${first!.corpus})`);
  return unlearnt.length === 0 ? '' : `; tested but never learnt: ${unlearnt.join(', ')}`;
}
