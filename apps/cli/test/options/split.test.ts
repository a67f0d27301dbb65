import { describe, expect, it } from 'vitest';
import { parseSplit } from '../../src/options/split.js';

describe('parseSplit', () => {
  it.each([
    [undefined, undefined, undefined],
    ['speaker', undefined, { kind: 'speaker' }],
    ['speaker-folds', 5, { kind: 'speaker-folds', folds: 5 }],
    ['speaker-folds', undefined, { kind: 'speaker-folds' }],
    ['leave-one-speaker-out', undefined, { kind: 'leave-one-speaker-out' }],
    ['leave-one-corpus-out', undefined, { kind: 'leave-one-corpus-out' }],
    ['published:emobox', undefined, { kind: 'published', name: 'emobox' }],
    ['random', undefined, { kind: 'random' }],
    ['random', 10, { kind: 'random', folds: 10 }],
  ])('reads %s with --folds %s', (kind, folds, request) => {
    expect(parseSplit(kind, folds)).toEqual(request);
  });

  it('rejects an unknown split', () => {
    expect(() => parseSplit('clips', undefined)).toThrow(
      expect.objectContaining({
        code: 'unknown-split',
        message: expect.stringMatching(
          /^`--split` must be one of speaker, speaker-folds, .*; got `clips`\.$/,
        ),
      }),
    );
  });

  it('rejects a published split without a name', () => {
    expect(() => parseSplit('published:', undefined)).toThrow('`--split published:NAME` needs a name');
  });

  it.each(['speaker', 'leave-one-corpus-out', undefined])('rejects --folds with --split %s', (kind) => {
    expect(() => parseSplit(kind, 5)).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: '`--folds` needs `--split speaker-folds`, `group`, or `random`. Add one of them.',
      }),
    );
  });
});
