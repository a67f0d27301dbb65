import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSplit } from '../../src/splits/makeSplit.js';
import { anyCorpora, anySeed, utterancesOf, wholeRavdess } from '../utterancesOf.js';
import { sideOf } from './sides.js';

describe("a split of kind 'random' in folds", () => {
  it('tests every clip of RAVDESS once in ten folds', () => {
    const { folds, protocol, speakerIndependent } = makeSplit(
      wholeRavdess,
      { kind: 'random', folds: 10 },
      { seed: 1 },
    );
    expect(speakerIndependent).toBe(false);
    expect(folds.map(({ name }) => name).join()).toBe('1,2,3,4,5,6,7,8,9,10');
    expect(folds.flatMap(({ test }) => test).sort()).toEqual(wholeRavdess.map(({ id }) => id).sort());
    expect(protocol).toBe(
      'Speaker-dependent: cross-validation in 10 folds of clips, drawn at random within each emotion; ' +
        'the test speakers are also in the training data, so the score overstates the performance on new speakers.',
    );
  });

  it('has each emotion and corpus in each fold in proportion, to within one clip', () => {
    fc.assert(
      fc.property(anyCorpora, fc.integer({ min: 2, max: 4 }), anySeed, (utterances, folds, seed) => {
        const split = makeSplit(utterances, { kind: 'random', folds }, { seed });
        const tests = split.folds.map((fold) => sideOf(fold, 'test', utterances));
        expect(spread(tests.map(({ length }) => length))).toBeLessThanOrEqual(1);
        for (const { corpus, emotion } of utterances) {
          const counts = tests.map(
            (test) => test.filter((one) => one.corpus === corpus && one.emotion === emotion).length,
          );
          expect(spread(counts)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('draws validation clips from those that are not tested', () => {
    const request = { kind: 'random', folds: 5, validationFraction: 0.1 } as const;
    const { folds, protocol } = makeSplit(utterancesOf(['f1'], 50), request, { seed: 1 });
    for (const { train, validation, test } of folds)
      expect([train.length, validation.length, test.length]).toEqual([36, 4, 10]);
    expect(protocol).toContain('within each emotion; 10% of the others are used for validation; ');
  });

  it.each([
    [{ folds: 1 }, 'invalid-option', '`folds` must be an integer from 2 to 1000; got 1.'],
    [{ folds: 2.5 }, 'invalid-option', 'got 2.5.'],
    [
      { folds: 3, testFraction: 0.2 },
      'invalid-option',
      '`testFraction` must be not set together with `folds`; got 0.2. Set only one of them',
    ],
    [{ folds: 5 }, 'too-few-clips', '5 folds need at least 5 recordings; got 4'],
  ])('rejects %j', (options, code, message) => {
    const make = () => makeSplit(utterancesOf(['f1']), { kind: 'random', ...options }, { seed: 1 });
    expect(make).toThrow(message);
    expect(make).toThrow(expect.objectContaining({ code }));
  });
});

function spread(counts: readonly number[]): number {
  return Math.max(...counts) - Math.min(...counts);
}
