import type { IntegerSource } from '@ser/core';
import { DatasetError } from '../errors.js';
import type { Utterance } from '../utterance.js';
import { groupBy } from './groupBy.js';
import { drawValidation, speakerFold, speakersOf, validationClause } from './speakers.js';
import type { LeaveOneCorpusOutRequest, Split } from './split.js';

/** One fold per corpus, named after it; see {@link LeaveOneCorpusOutRequest}. */
export function leaveOneCorpusOut(
  utterances: readonly Utterance[],
  { validationFraction }: LeaveOneCorpusOutRequest,
  random: IntegerSource,
): Omit<Split, 'seed'> {
  const speakers = speakersOf(utterances);
  const corpora = groupBy(speakers, ({ corpus }) => corpus);
  if (corpora.length < 2) {
    throw new DatasetError(
      'too-few-corpora',
      `Leaving one corpus out needs at least 2 corpora; got ${corpora.length}. Add a corpus, or split by speaker.`,
    );
  }
  const names = corpora.map(([first]) => first!.corpus);
  return {
    kind: 'leave-one-corpus-out',
    protocol:
      `Speaker-independent, leave one corpus out: each of ${names.join(', ')} is tested by a model trained on the ` +
      `others${validationClause(validationFraction)}${untrainedClause(utterances)}.`,
    speakerIndependent: true,
    folds: corpora.map((test, i) => {
      const validation = drawValidation(speakers, test, validationFraction, random);
      return speakerFold(names[i]!, speakers, { test, validation });
    }),
  };
}

/** Names the labels that only one corpus has: when it is tested, their recall is 0. */
function untrainedClause(utterances: readonly Utterance[]): string {
  const untrained = groupBy(utterances, ({ emotion }) => emotion)
    .filter(([first, ...others]) => others.every(({ corpus }) => corpus === first!.corpus))
    .map(([first]) => `${first!.emotion} (only in ${first!.corpus})`);
  return untrained.length === 0 ? '' : `; tested but never trained on: ${untrained.join(', ')}`;
}
