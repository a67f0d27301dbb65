import type { IntegerSource } from '@ser/core';
import { DatasetError } from '../errors.js';
import type { Utterance } from '../utterance.js';
import { requireFoldCount } from './fractions.js';
import { leaveOneSpeakerOut } from './leaveOneSpeakerOut.js';

import { balancedOrder, drawValidation, speakerFold, speakersOf, validationClause } from './speakers.js';
import type { SpeakerFoldsRequest, Split } from './split.js';

/** Up to this number of speakers, each has its own fold by default. */
const maxSingleSpeakerFolds = 10;

/** Default number of folds for more speakers. */
const defaultFolds = 6;

/**
 * Cross-validation by groups of speakers; see {@link SpeakerFoldsRequest}.
 *
 * @see Schuller et al., "Cross-Corpus Acoustic Emotion Recognition", 2010: leave one speaker out for up to ten speakers,
 *   groups of speakers for more, https://doi.org/10.1109/T-AFFC.2010.8
 */
export function speakerFolds(
  utterances: readonly Utterance[],
  request: SpeakerFoldsRequest,
  random: IntegerSource,
): Omit<Split, 'seed'> {
  const speakers = speakersOf(utterances);
  const { folds: nFolds = defaultFolds, validationFraction } = request;
  if (request.folds === undefined && speakers.length <= maxSingleSpeakerFolds) {
    return leaveOneSpeakerOut(
      utterances,
      { kind: 'leave-one-speaker-out', ...(validationFraction !== undefined && { validationFraction }) },
      random,
    );
  }
  requireFolds(nFolds, speakers.length);
  const groups = divideEvenly(balancedOrder(speakers, random), nFolds);
  return {
    kind: 'speaker-folds',
    protocol:
      `Speaker-independent cross-validation in ${nFolds} folds: each of ${speakers.length} speakers is tested once, ` +
      `by a model trained on other speakers${validationClause(validationFraction)}.`,
    speakerIndependent: true,
    folds: groups.map((test, i) => {
      const validation = drawValidation(speakers, test, validationFraction, random);
      return speakerFold(`${i + 1}`, speakers, { test, validation });
    }),
  };
}

function requireFolds(nFolds: number, nSpeakers: number): void {
  if (requireFoldCount(nFolds) > nSpeakers) {
    throw new DatasetError(
      'too-few-speakers',
      `${nFolds} folds need at least ${nFolds} speakers; got ${nSpeakers}. Use fewer folds.`,
    );
  }
}

/** Divides a list into `nParts` consecutive parts whose lengths differ by at most one. */
function divideEvenly<T>(items: readonly T[], nParts: number): readonly (readonly T[])[] {
  const edge = (part: number) => Math.round((part * items.length) / nParts);
  return Array.from({ length: nParts }, (_, part) => items.slice(edge(part), edge(part + 1)));
}
