import type { IntegerSource } from '@ser/core';
import { DatasetError } from '../errors.js';
import type { Utterance } from '../utterance.js';
import { drawValidation, speakerFold, speakersOf, validationClause } from './speakers.js';
import type { LeaveOneSpeakerOutRequest, Split } from './split.js';

/** One fold per speaker, named after them; see {@link LeaveOneSpeakerOutRequest}. */
export function leaveOneSpeakerOut(
  utterances: readonly Utterance[],
  { validationFraction }: LeaveOneSpeakerOutRequest,
  random: IntegerSource,
): Omit<Split, 'seed'> {
  const speakers = speakersOf(utterances);
  if (speakers.length < 2) {
    throw new DatasetError(
      'too-few-speakers',
      `Leaving one speaker out needs at least 2 speakers; got ${speakers.length}. Add recordings of other speakers.`,
    );
  }
  return {
    kind: 'leave-one-speaker-out',
    protocol:
      `Speaker-independent, leave one speaker out: each of ${speakers.length} speakers is tested by a model ` +
      `trained on the others${validationClause(validationFraction)}.`,
    speakerIndependent: true,
    folds: speakers.map((speaker) => {
      const validation = drawValidation(speakers, [speaker], validationFraction, random);
      return speakerFold(speaker.key, speakers, { test: [speaker], validation });
    }),
  };
}
