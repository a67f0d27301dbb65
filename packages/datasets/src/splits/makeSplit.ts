import { DatasetError } from '../errors.js';
import type { Utterance } from '../utterance.js';
import { checkSplit } from './checkSplit.js';
import { leaveOneCorpusOut } from './leaveOneCorpusOut.js';
import { leaveOneSpeakerOut } from './leaveOneSpeakerOut.js';
import { publishedSplit } from './publishedSplit.js';
import { randomFolds } from './randomFolds.js';
import type { RandomSource } from './randomSource.js';
import { seededSource } from './randomSource.js';
import { randomSplit } from './randomSplit.js';
import { speakerFolds } from './speakerFolds.js';
import { speakerSplit } from './speakerSplit.js';
import type { Split, SplitRequest } from './split.js';

export interface MakeSplitOptions {
  /** An integer from 0 to 2^32 - 1; the same seed gives the same split, in whatever order the utterances come. */
  readonly seed: number;
}

const kinds = [
  'speaker',
  'speaker-folds',
  'leave-one-speaker-out',
  'leave-one-corpus-out',
  'published',
  'random',
];

/**
 * Divides utterances into training, validation and test sides.
 *
 * All kinds but `random` keep every speaker on one side of each fold. Speakers are dealt so that each side has the
 * corpora in proportion, and within each corpus the sexes in the corpus's own, to within one speaker.
 *
 * @throws {SerError} `too-few-speakers`, `too-few-corpora` or `too-few-clips` when a side would stay empty; `unknown-split`
 *   for a kind or published name that does not exist; `invalid-option` for a number out of its range;
 *   `duplicate-id` when two utterances have one id; `leak` when one recording stands under two speakers
 *
 * @example
 * const split = makeSplit(utterances, { kind: 'speaker', testFraction: 0.25 }, { seed: 1 });
 * split.protocol; // 'Speaker-independent hold-out: tested on 6 of 24 speakers (3 female, 3 male), …'
 */
export function makeSplit(
  utterances: readonly Utterance[],
  request: SplitRequest,
  { seed }: MakeSplitOptions,
): Split {
  const split = { ...divide(sortedById(utterances), request, seededSource(seed)), seed };
  checkSplit(split, utterances);
  return split;
}

function divide(
  utterances: readonly Utterance[],
  request: SplitRequest,
  random: RandomSource,
): Omit<Split, 'seed'> {
  switch (request.kind) {
    case 'speaker':
      return speakerSplit(utterances, request, random);
    case 'speaker-folds':
      return speakerFolds(utterances, request, random);
    case 'leave-one-speaker-out':
      return leaveOneSpeakerOut(utterances, request, random);
    case 'leave-one-corpus-out':
      return leaveOneCorpusOut(utterances, request, random);
    case 'published':
      return publishedSplit(utterances, request, random);
    case 'random':
      return request.folds === undefined
        ? randomSplit(utterances, request, random)
        : randomFolds(utterances, request, random);
    default: {
      const { kind } = request as { readonly kind: string };
      throw new DatasetError(
        'unknown-split',
        `There is no split kind \`${kind}\`. Known: ${kinds.join(', ')}.`,
      );
    }
  }
}

function sortedById(utterances: readonly Utterance[]): readonly Utterance[] {
  const sorted = [...utterances].sort((a, b) => (a.id < b.id ? -1 : 1));
  const twice = sorted.find(({ id }, i) => sorted[i + 1]?.id === id);
  if (twice) {
    throw new DatasetError(
      'duplicate-id',
      `Expected each utterance once, got \`${twice.id}\` twice. Was the same corpus given in two folders?`,
      { file: twice.path },
    );
  }
  return sorted;
}
