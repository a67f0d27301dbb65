import { DatasetError } from '../errors.js';
import type { Utterance } from '../utterance.js';
import { requireFoldCount } from './foldCount.js';
import { leaveOneSpeakerOut } from './leaveOneSpeakerOut.js';
import type { RandomSource } from './randomSource.js';
import { balancedOrder, drawValidation, speakerFold, speakersOf, validationClause } from './speakers.js';
import type { SpeakerFoldsRequest, Split } from './split.js';

/** So many speakers are still left out one by one; more are dealt into folds. */
const MOST_LEFT_OUT_SINGLY = 10;

/** How many folds more speakers than that are dealt into. */
const STANDARD_FOLDS = 6;

/**
 * Cross-validation by groups of speakers; see {@link SpeakerFoldsRequest}.
 *
 * @see Schuller et al., "Cross-Corpus Acoustic Emotion Recognition", 2010: leave one speaker out for up to ten of them,
 *   groups of speakers above, https://doi.org/10.1109/T-AFFC.2010.8
 */
export function speakerFolds(
  utterances: readonly Utterance[],
  request: SpeakerFoldsRequest,
  random: RandomSource,
): Omit<Split, 'seed'> {
  const speakers = speakersOf(utterances);
  const { folds: nFolds = STANDARD_FOLDS, validationFraction } = request;
  if (request.folds === undefined && speakers.length <= MOST_LEFT_OUT_SINGLY) {
    return leaveOneSpeakerOut(
      utterances,
      { kind: 'leave-one-speaker-out', ...(validationFraction !== undefined && { validationFraction }) },
      random,
    );
  }
  requireFolds(nFolds, speakers.length);
  const groups = cut(balancedOrder(speakers, random), nFolds);
  return {
    kind: 'speaker-folds',
    protocol:
      `Speaker-independent cross-validation in ${nFolds} folds: each of ${speakers.length} speakers is tested once, ` +
      `by a model that never heard them${validationClause(validationFraction)}.`,
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
      `${nFolds} folds need at least ${nFolds} speakers, got ${nSpeakers}. Ask for fewer folds.`,
    );
  }
}

/** `nParts` stretches whose lengths differ by at most one. */
function cut<T>(items: readonly T[], nParts: number): readonly (readonly T[])[] {
  const edge = (part: number) => Math.round((part * items.length) / nParts);
  return Array.from({ length: nParts }, (_, part) => items.slice(edge(part), edge(part + 1)));
}
