import { describe, expect, it } from 'vitest';
import { parseSplit } from '../../src/options/split.js';

describe('--split', () => {
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
  ])('%s with --folds %s', (kind, folds, request) => {
    expect(parseSplit(kind, folds)).toEqual(request);
  });

  it.each(['speaker', 'leave-one-corpus-out', undefined])('refuses --folds with %s', (kind) => {
    expect(() => parseSplit(kind, 5)).toThrow(
      '`--folds` belongs to `--split speaker-folds` and `--split random`',
    );
    expect(() => parseSplit(kind, 5)).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });
});
