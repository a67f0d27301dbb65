import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSplit } from '../../src/splits/makeSplit.js';
import { anyCorpus, anySeed, utterancesOf, wholeRavdess } from '../utterancesOf.js';
import { sexImbalance, sideOf, speakersIn } from './sides.js';

describe("a split of kind 'speaker-folds'", () => {
  it('divides RAVDESS into six folds of two women and two men', () => {
    const { folds, protocol } = makeSplit(wholeRavdess, { kind: 'speaker-folds', folds: 6 }, { seed: 1 });
    expect(folds.map(({ name, test }) => [name, test.length])).toEqual(
      ['1', '2', '3', '4', '5', '6'].map((name) => [name, 240]),
    );
    for (const fold of folds) {
      const test = sideOf(fold, 'test', wholeRavdess);
      expect([speakersIn(test, 'female').length, speakersIn(test, 'male').length]).toEqual([2, 2]);
    }
    expect(protocol).toBe(
      'Speaker-independent cross-validation in 6 folds: each of 24 speakers is tested once, by a model trained on other speakers.',
    );
  });

  it('tests every speaker once, in folds of equal size and balanced sexes to within one speaker', () => {
    const cases = anyCorpus.chain((utterances) =>
      fc.tuple(fc.constant(utterances), fc.integer({ min: 2, max: speakersIn(utterances).length })),
    );
    fc.assert(
      fc.property(cases, anySeed, ([utterances, nFolds], seed) => {
        const { folds } = makeSplit(utterances, { kind: 'speaker-folds', folds: nFolds }, { seed });
        const tested = folds.map((fold) => sideOf(fold, 'test', utterances));
        const sizes = tested.map((side) => speakersIn(side).length);
        expect(tested.flatMap((side) => speakersIn(side)).sort()).toEqual(speakersIn(utterances));
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        for (const side of tested) expect(sexImbalance(side, utterances)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('has by default one fold per speaker for up to ten speakers, and six folds for more', () => {
    const ten = wholeRavdess.filter(({ speaker }) => Number(speaker) <= 10);
    const eleven = wholeRavdess.filter(({ speaker }) => Number(speaker) <= 11);
    const make = (utterances: typeof ten) => makeSplit(utterances, { kind: 'speaker-folds' }, { seed: 1 });
    expect(make(ten)).toEqual(makeSplit(ten, { kind: 'leave-one-speaker-out' }, { seed: 1 }));
    expect(make(ten).folds).toHaveLength(10);
    expect(make(eleven)).toEqual(makeSplit(eleven, { kind: 'speaker-folds', folds: 6 }, { seed: 1 }));
  });

  it('also has validation speakers with one fold per speaker', () => {
    const ten = wholeRavdess.filter(({ speaker }) => Number(speaker) <= 10);
    const { folds } = makeSplit(ten, { kind: 'speaker-folds', validationFraction: 0.3 }, { seed: 1 });
    for (const fold of folds) expect(speakersIn(sideOf(fold, 'validation', ten))).toHaveLength(3);
  });

  it('rejects more folds than speakers', () => {
    const make = () =>
      makeSplit(utterancesOf(['f1', 'm1']), { kind: 'speaker-folds', folds: 3 }, { seed: 1 });
    expect(make).toThrow('3 folds need at least 3 speakers; got 2. Use fewer folds.');
    expect(make).toThrow(expect.objectContaining({ code: 'too-few-speakers' }));
  });

  it.each([1, 2.5, Number.NaN])('rejects %d folds', (folds) => {
    const make = () => makeSplit(wholeRavdess, { kind: 'speaker-folds', folds }, { seed: 1 });
    expect(make).toThrow(`\`folds\` must be an integer from 2 to 1000; got ${folds}.`);
    expect(make).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });
});
