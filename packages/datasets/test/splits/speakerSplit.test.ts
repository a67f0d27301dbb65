import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSplit } from '../../src/splits/makeSplit.js';
import { anyCorpus, anySeed, utterancesOf, wholeRavdess } from '../utterancesOf.js';
import { sexImbalance, sideOf, speakersIn } from './sides.js';

const anyShare = fc.double({ min: 0.01, max: 0.6, noNaN: true });
// a fraction of fewer speakers may leave none for training
const roomy = anyCorpus.filter((utterances) => speakersIn(utterances).length >= 5);

describe("a split of kind 'speaker'", () => {
  it('tests a quarter of the speakers of RAVDESS, as many women as men', () => {
    const { folds, protocol } = makeSplit(wholeRavdess, { kind: 'speaker' }, { seed: 3 });
    const test = sideOf(folds[0]!, 'test', wholeRavdess);
    expect(test).toHaveLength(360);
    expect([speakersIn(test, 'female').length, speakersIn(test, 'male').length]).toEqual([3, 3]);
    expect(protocol).toBe(
      'Speaker-independent hold-out: tested on 6 of 24 speakers (3 female, 3 male); no test speaker is in the training data.',
    );
  });

  it('draws validation speakers from those that are not tested, and says so', () => {
    const request = { kind: 'speaker', validationFraction: 1 / 9 } as const;
    const { folds, protocol } = makeSplit(wholeRavdess, request, { seed: 3 });
    const plain = makeSplit(wholeRavdess, { kind: 'speaker' }, { seed: 3 });
    expect(folds[0]!.test).toEqual(plain.folds[0]!.test);
    expect(speakersIn(sideOf(folds[0]!, 'validation', wholeRavdess))).toHaveLength(2);
    expect(protocol).toContain('; 11.1% of the other speakers are used for validation.');
  });

  it('never has a speaker on two sides', () => {
    fc.assert(
      fc.property(
        roomy,
        anyShare,
        fc.constantFrom(0, 0.1, 0.3),
        anySeed,
        (utterances, testFraction, validationFraction, seed) => {
          const { folds } = makeSplit(
            utterances,
            { kind: 'speaker', testFraction, validationFraction },
            { seed },
          );
          const [train, validation, test] = (['train', 'validation', 'test'] as const).map((side) =>
            speakersIn(sideOf(folds[0]!, side, utterances)),
          );
          expect([...train!, ...validation!, ...test!].sort()).toEqual(speakersIn(utterances));
        },
      ),
    );
  });

  it('has the sexes on the test side in proportion, to within one speaker', () => {
    fc.assert(
      fc.property(roomy, anyShare, anySeed, (utterances, testFraction, seed) => {
        const { folds } = makeSplit(
          utterances,
          { kind: 'speaker', testFraction, validationFraction: 0.2 },
          { seed },
        );
        expect(sexImbalance(sideOf(folds[0]!, 'test', utterances), utterances)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('draws speakers from each corpus in proportion, as many women as men', () => {
    const names = (n: number) => Array.from({ length: n }, (_, i) => [`f${i}`, `m${i}`]).flat();
    const corpora = [...utterancesOf(names(4), 1, 'a'), ...utterancesOf(names(10), 1, 'b')];
    for (let seed = 0; seed < 20; seed++) {
      const { folds, protocol } = makeSplit(corpora, { kind: 'speaker', testFraction: 0.5 }, { seed });
      expect(protocol).toContain('tested on 14 of 28 speakers (7 female, 7 male; 4 a, 10 b); no');
      for (const [corpus, n] of [
        ['a', 2],
        ['b', 5],
      ] as const) {
        const test = sideOf(folds[0]!, 'test', corpora).filter((one) => one.corpus === corpus);
        expect([speakersIn(test, 'female').length, speakersIn(test, 'male').length]).toEqual([n, n]);
      }
    }
  });

  it('works if the sex is unknown', () => {
    const unknown = utterancesOf(['a', 'b', 'c', 'd']).map((utterance) => ({ ...utterance, sex: undefined }));
    const { protocol } = makeSplit(unknown, { kind: 'speaker' }, { seed: 1 });
    expect(protocol).toContain('tested on 1 of 4 speakers; no');
  });

  it.each([[['f1']], [[]]])('rejects the speakers %j, which leave none for training', (speakers) => {
    const make = () => makeSplit(utterancesOf(speakers), { kind: 'speaker' }, { seed: 1 });
    expect(make).toThrow(
      'leave none for training in fold `hold-out`. Add speakers, or use smaller fractions.',
    );
    expect(make).toThrow(expect.objectContaining({ code: 'too-few-speakers' }));
  });

  it.each([
    [{ testFraction: 0 }, '`testFraction` must be a finite number above 0 and below 1; got 0.'],
    [{ testFraction: 1 }, '`testFraction` must be a finite number above 0 and below 1; got 1.'],
    [{ testFraction: Number.NaN }, 'got NaN.'],
    [
      { validationFraction: -0.1 },
      '`validationFraction` must be a finite number at least 0 and below 1; got -0.1.',
    ],
    [
      { validationFraction: 1 },
      '`validationFraction` must be a finite number at least 0 and below 1; got 1.',
    ],
  ])('rejects %j', (shares, message) => {
    const make = () => makeSplit(wholeRavdess, { kind: 'speaker', ...shares }, { seed: 1 });
    expect(make).toThrow(message);
    expect(make).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });
});
