import { didYouMean } from '@ser/core';
import type { SplitRequest } from '@ser/datasets';
import { UsageError } from '../usageError.js';

const splitKinds =
  'speaker, speaker-folds, leave-one-speaker-out, leave-one-corpus-out, published:NAME, table, group, random';

/**
 * Reads `--split KIND` with `--folds N`.
 *
 * @returns `undefined` without `--split`: the recipe's split is used
 * @throws {UsageError} `unknown-split`; `invalid-option` when `--folds` has no effect
 */
export function parseSplit(kind: string | undefined, folds: number | undefined): SplitRequest | undefined {
  if (folds !== undefined && kind !== 'speaker-folds' && kind !== 'group' && kind !== 'random') {
    throw new UsageError(
      'invalid-option',
      '`--folds` needs `--split speaker-folds`, `group`, or `random`. Add one of them.',
    );
  }
  if (kind === undefined) return undefined;
  if (kind.startsWith('published:')) return publishedSplit(kind.slice('published:'.length));
  switch (kind) {
    case 'speaker':
    case 'leave-one-speaker-out':
    case 'leave-one-corpus-out':
    case 'table':
      return { kind };
    case 'group':
    case 'random':
    case 'speaker-folds':
      return { kind, ...(folds !== undefined && { folds }) };
    default:
      throw new UsageError(
        'unknown-split',
        `\`--split\` must be one of ${splitKinds}; got \`${kind}\`.${didYouMean(kind, splitKinds.split(', '))}`,
      );
  }
}

function publishedSplit(name: string): SplitRequest {
  if (name === '') {
    throw new UsageError(
      'unknown-split',
      '`--split published:NAME` needs a name, for example `published:emobox`.',
    );
  }
  return { kind: 'published', name };
}
