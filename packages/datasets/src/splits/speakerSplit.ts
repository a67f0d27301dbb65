import type { IntegerSource } from '@ser/core';
import type { Utterance } from '../utterance.js';
import { requireTestFraction, shareOf } from './fractions.js';
import {
  balancedOrder,
  describeTested,
  drawValidation,
  speakerFold,
  speakersOf,
  validationClause,
} from './speakers.js';
import type { SpeakerSplitRequest, Split } from './split.js';

/** Hold-out by speaker; see {@link SpeakerSplitRequest}. */
export function speakerSplit(
  utterances: readonly Utterance[],
  { testFraction = 0.25, validationFraction }: SpeakerSplitRequest,
  random: IntegerSource,
): Omit<Split, 'seed'> {
  const speakers = speakersOf(utterances);
  const nTest = shareOf(speakers.length, requireTestFraction(testFraction));
  const test = balancedOrder(speakers, random).slice(0, nTest);
  const validation = drawValidation(speakers, test, validationFraction, random);
  return {
    kind: 'speaker',
    protocol:
      `Speaker-independent hold-out: tested on ${describeTested(test, speakers)}; no test speaker is in the training ` +
      `data${validationClause(validationFraction)}.`,
    speakerIndependent: true,
    folds: [speakerFold('hold-out', speakers, { test, validation })],
  };
}
