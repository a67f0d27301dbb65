import { type IntegerSource, invalidOption, shuffled } from '@ser/core';
import { DatasetError } from '../errors.js';
import type { Utterance } from '../utterance.js';
import { requireFoldCount } from './fractions.js';
import { groupBy } from './groupBy.js';
import {
  drawClipValidation,
  overstatementFor,
  speakersUnknownIn,
  validationClipClause,
  withinEach,
} from './randomSplit.js';
import { idsOf, type Recording, recordingsOf, stratumOf } from './recordings.js';
import type { RandomSplitRequest, Split } from './split.js';

/** Cross-validation by clip, stratified by emotion and corpus; see {@link RandomSplitRequest}. */
export function randomFolds(
  utterances: readonly Utterance[],
  { folds, testFraction, validationFraction }: RandomSplitRequest,
  random: IntegerSource,
): Omit<Split, 'seed'> {
  if (testFraction !== undefined) {
    const fix = `Set only one of them; with ${folds} folds, each tests an equal part.`;
    throw invalidOption('testFraction', 'not set together with `folds`', testFraction, fix);
  }
  const recordings = recordingsOf(utterances);
  const nFolds = requireFolds(folds!, recordings.length);
  return {
    kind: 'random',
    protocol:
      `Speaker-dependent: cross-validation in ${nFolds} folds of clips, drawn at random within each ` +
      `${withinEach(utterances)}${validationClipClause(validationFraction)}; ${overstatementFor(utterances)}.`,
    speakerIndependent: false,
    ...speakersUnknownIn(utterances),
    folds: assign(recordings, nFolds, random).map((test, i) => {
      const tested = new Set(test);
      const others = recordings.filter((recording) => !tested.has(recording));
      const { train, validation } = drawClipValidation(others, validationFraction, random);
      return { name: `${i + 1}`, train: idsOf(train), validation: idsOf(validation), test: idsOf(test) };
    }),
  };
}

function requireFolds(nFolds: number, nRecordings: number): number {
  if (requireFoldCount(nFolds) <= nRecordings) return nFolds;
  throw new DatasetError(
    'too-few-clips',
    `${nFolds} folds need at least ${nFolds} recordings; got ${nRecordings}. Use fewer folds.`,
  );
}

/** Assigns the recordings to folds in turn, stratum by stratum: folds differ by at most one clip, overall and per stratum. */
function assign(
  recordings: readonly Recording[],
  nFolds: number,
  random: IntegerSource,
): readonly (readonly Recording[])[] {
  const order = shuffled(groupBy(recordings, stratumOf), random).flatMap((stratum) =>
    shuffled(stratum, random),
  );
  return Array.from({ length: nFolds }, (_, fold) => order.filter((_, i) => i % nFolds === fold));
}
