import { DatasetError } from '../errors.js';
import type { Utterance } from '../utterance.js';
import { requireFoldCount } from './foldCount.js';
import { groupBy } from './groupBy.js';
import { drawClipValidation, overstatement, validationClipClause, withinEach } from './randomSplit.js';
import type { RandomSource } from './randomSource.js';
import { shuffled } from './randomSource.js';
import type { Recording } from './recordings.js';
import { idsOf, recordingsOf, stratumOf } from './recordings.js';
import type { RandomSplitRequest, Split } from './split.js';

/** Cross-validation by clip, stratified by emotion and corpus; see {@link RandomSplitRequest}. */
export function randomFolds(
  utterances: readonly Utterance[],
  { folds, testFraction, validationFraction }: RandomSplitRequest,
  random: RandomSource,
): Omit<Split, 'seed'> {
  if (testFraction !== undefined) {
    throw new DatasetError(
      'invalid-option',
      `Expected either \`folds\` or \`testFraction\`, got both; with ${folds} folds each tests its share.`,
    );
  }
  const recordings = recordingsOf(utterances);
  const nFolds = requireFolds(folds!, recordings.length);
  return {
    kind: 'random',
    protocol:
      `Speaker-dependent: cross-validation in ${nFolds} folds of clips, drawn at random within each ` +
      `${withinEach(utterances)}${validationClipClause(validationFraction)}; ${overstatement}.`,
    speakerIndependent: false,
    folds: deal(recordings, nFolds, random).map((test, i) => {
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
    `${nFolds} folds need at least ${nFolds} recordings, got ${nRecordings}. Ask for fewer folds.`,
  );
}

/** Deals the recordings like cards, stratum after stratum: folds differ by at most one clip, in all and in each stratum. */
function deal(
  recordings: readonly Recording[],
  nFolds: number,
  random: RandomSource,
): readonly (readonly Recording[])[] {
  const deck = shuffled(groupBy(recordings, stratumOf), random).flatMap((stratum) =>
    shuffled(stratum, random),
  );
  return Array.from({ length: nFolds }, (_, fold) => deck.filter((_, i) => i % nFolds === fold));
}
