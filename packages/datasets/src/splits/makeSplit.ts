import { didYouMean, type IntegerSource, integerSource } from '@ser/core';
import { DatasetError } from '../errors.js';
import type { Utterance } from '../utterance.js';
import { checkSplit } from './checkSplit.js';
import { groupSplit } from './groupSplit.js';
import { leaveOneCorpusOut } from './leaveOneCorpusOut.js';
import { leaveOneSpeakerOut } from './leaveOneSpeakerOut.js';
import { publishedSplit } from './publishedSplit.js';
import { randomFolds } from './randomFolds.js';
import { randomSplit } from './randomSplit.js';
import { speakerFolds } from './speakerFolds.js';
import { speakerSplit } from './speakerSplit.js';
import type { Split, SplitRequest } from './split.js';
import { tableSplit } from './tableSplit.js';

/** Options of `makeSplit`. */
export interface MakeSplitOptions {
  /** An integer from 0 to 2^32 - 1. The same seed gives the same split, in whatever order the utterances are. */
  readonly seed: number;
}

const kinds = [
  'speaker',
  'speaker-folds',
  'leave-one-speaker-out',
  'leave-one-corpus-out',
  'published',
  'table',
  'group',
  'random',
];

/**
 * Divides utterances into training, validation, and test sides.
 *
 * All kinds except `random`, `table`, and `group` keep every speaker on one side of each fold. Speakers are assigned so that each side has
 * the corpora in proportion and, within each corpus, the sexes in proportion, to within one speaker.
 *
 * @throws {SerError} `too-few-speakers`, `too-few-corpora`, or `too-few-clips` if a side would be empty;
 *   `unknown-speaker` if an utterance without a speaker is to be split by speaker; `unknown-split` for an unknown kind
 *   or published name; `invalid-option` for a number out of bounds; `duplicate-id` if two utterances have one id;
 *   `leak` if one recording has two speakers
 *
 * @example
 * const split = makeSplit(utterances, { kind: 'speaker', testFraction: 0.25 }, { seed: 1 });
 * split.protocol; // 'Speaker-independent hold-out: tested on 6 of 24 speakers (3 female, 3 male); …'
 */
export function makeSplit(
  utterances: readonly Utterance[],
  request: SplitRequest,
  { seed }: MakeSplitOptions,
): Split {
  const split = { ...divide(sortedById(utterances), request, integerSource(seed)), seed };
  checkSplit(split, utterances);
  return split;
}

function divide(
  utterances: readonly Utterance[],
  request: SplitRequest,
  random: IntegerSource,
): Omit<Split, 'seed'> {
  switch (request.kind) {
    case 'speaker':
      return speakerSplit(requireSpeakers(utterances), request, random);
    case 'speaker-folds':
      return speakerFolds(requireSpeakers(utterances), request, random);
    case 'leave-one-speaker-out':
      return leaveOneSpeakerOut(requireSpeakers(utterances), request, random);
    case 'leave-one-corpus-out':
      return leaveOneCorpusOut(utterances, request, random);
    case 'published':
      return publishedSplit(utterances, request, random);
    case 'table':
      return tableSplit(utterances, request, random);
    case 'group':
      return groupSplit(utterances, request, random);
    case 'random':
      return request.folds === undefined
        ? randomSplit(utterances, request, random)
        : randomFolds(utterances, request, random);
    default: {
      const { kind } = request as { readonly kind: string };
      throw new DatasetError(
        'unknown-split',
        `There is no split kind '${kind}'. Use one of ${kinds.join(', ')}.${didYouMean(kind, kinds)}`,
      );
    }
  }
}

function requireSpeakers(utterances: readonly Utterance[]): readonly Utterance[] {
  const unknown = utterances.filter(({ speaker }) => speaker === undefined);
  const [first] = unknown;
  if (first === undefined) return utterances;
  throw new DatasetError(
    'unknown-speaker',
    `A split by speaker needs the speaker of every utterance; ${unknown.length} of ${utterances.length} have none, ` +
      `for example \`${first.id}\`. Add a \`speaker\` column to the table, name the part of the path that is the ` +
      "speaker, or use the kind 'group' or 'random', whose score may overstate the performance on new speakers.",
    { file: first.path },
  );
}

function sortedById(utterances: readonly Utterance[]): readonly Utterance[] {
  const sorted = [...utterances].sort((a, b) => (a.id < b.id ? -1 : 1));
  const duplicate = sorted.find(({ id }, i) => sorted[i + 1]?.id === id);
  if (duplicate) {
    throw new DatasetError(
      'duplicate-id',
      `Every utterance must have its own id; got \`${duplicate.id}\` twice. Pass each corpus once.`,
      { file: duplicate.path },
    );
  }
  return sorted;
}
