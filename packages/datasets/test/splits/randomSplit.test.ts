import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emotions } from '../../src/utterance.js';
import { makeSplit } from '../../src/splits/makeSplit.js';
import { anyCorpus, anySeed, utterancesOf, wholeRavdess } from '../utterancesOf.js';
import { sideOf } from './sides.js';

const identical = ['ravdess/03-01-03-01-02-01-07', 'ravdess/03-01-03-01-02-02-07'];

describe("a split of kind 'random'", () => {
  it('is speaker-dependent, and its protocol says so', () => {
    const { speakerIndependent, protocol } = makeSplit(wholeRavdess, { kind: 'random' }, { seed: 1 });
    expect(speakerIndependent).toBe(false);
    expect(protocol).toBe(
      'Speaker-dependent: 20% of the clips, drawn at random within each emotion, are tested; ' +
        'the test speakers are also in the training data, so the score overstates the performance on new speakers.',
    );
  });

  it('tests a fifth of the 1439 recordings of RAVDESS, and of each emotion', () => {
    const { folds } = makeSplit(wholeRavdess, { kind: 'random' }, { seed: 1 });
    const test = sideOf(folds[0]!, 'test', wholeRavdess);
    const share = (emotion: string) =>
      test.filter((one) => one.emotion === emotion).length /
      wholeRavdess.filter((one) => one.emotion === emotion).length;
    expect(new Set(test.map(({ recording }) => recording)).size).toBe(288);
    // one recording of the 96 neutral ones is 0.0104
    for (const emotion of new Set(wholeRavdess.map((one) => one.emotion)))
      expect(share(emotion)).toBeCloseTo(0.2, 1);
  });

  it('tests each emotion in proportion, to within less than one recording', () => {
    const anyClips = fc
      .array(fc.constantFrom(...emotions), { minLength: 5, maxLength: 80 })
      .map((labels) =>
        utterancesOf(['f1'], labels.length).map((one, i) => ({ ...one, emotion: labels[i]! })),
      );
    fc.assert(
      fc.property(
        anyClips,
        fc.double({ min: 0.05, max: 0.7, noNaN: true }),
        anySeed,
        (utterances, testFraction, seed) => {
          const { folds } = makeSplit(utterances, { kind: 'random', testFraction }, { seed });
          const test = sideOf(folds[0]!, 'test', utterances);
          for (const emotion of emotions) {
            const whole = utterances.filter((one) => one.emotion === emotion).length;
            const tested = test.filter((one) => one.emotion === emotion).length;
            expect(Math.abs(tested - (whole * test.length) / utterances.length)).toBeLessThan(1);
          }
        },
      ),
    );
  });

  it('keeps identical recordings on one side', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const { folds } = makeSplit(wholeRavdess, { kind: 'random', validationFraction: 0.2 }, { seed });
        const { train, validation, test } = folds[0]!;
        const sides = [train, validation, test].filter((side) => identical.some((id) => side.includes(id)));
        expect(sides).toHaveLength(1);
      }),
      { numRuns: 20 },
    );
  });

  it('makes an 80/10/10 split: the validation fraction applies to the clips that are not tested', () => {
    const clips = utterancesOf(['f1', 'f2'], 1400);
    const request = { kind: 'random', testFraction: 0.1, validationFraction: 1 / 9 } as const;
    const [fold] = makeSplit(clips, request, { seed: 1 }).folds;
    expect([fold!.train.length, fold!.validation.length, fold!.test.length]).toEqual([2240, 280, 280]);
  });

  it('makes a 70/30 split with 5% of the training clips for validation', () => {
    const clips = utterancesOf(['f1', 'm1'], 1000);
    const request = { kind: 'random', testFraction: 0.3, validationFraction: 0.05 } as const;
    const { folds, protocol } = makeSplit(clips, request, { seed: 1 });
    const [fold] = folds;
    expect([fold!.train.length, fold!.validation.length, fold!.test.length]).toEqual([1330, 70, 600]);
    expect(protocol).toContain('are tested; 5% of the others are used for validation; ');
  });

  it('draws from each corpus in proportion', () => {
    const clips = [...utterancesOf(['f1'], 40, 'a'), ...utterancesOf(['m1', 'm2'], 100, 'b')];
    const { folds, protocol } = makeSplit(clips, { kind: 'random', testFraction: 0.25 }, { seed: 1 });
    const test = sideOf(folds[0]!, 'test', clips);
    expect(test.filter(({ corpus }) => corpus === 'a')).toHaveLength(10);
    expect(test.filter(({ corpus }) => corpus === 'b')).toHaveLength(50);
    expect(protocol).toContain('within each emotion and corpus, are tested');
  });

  it('has clips on each side for any corpus of several clips', () => {
    fc.assert(
      fc.property(anyCorpus, anySeed, (utterances, seed) => {
        const { folds } = makeSplit(utterances, { kind: 'random', validationFraction: 0.1 }, { seed });
        for (const side of ['train', 'validation', 'test'] as const)
          expect(folds[0]![side].length).toBeGreaterThan(0);
      }),
    );
  });

  it('rejects a single recording', () => {
    const make = () => makeSplit(utterancesOf(['f1'], 1), { kind: 'random' }, { seed: 1 });
    expect(make).toThrow('0 recordings are not tested; 0 for validation leave none for training.');
    expect(make).toThrow(expect.objectContaining({ code: 'too-few-clips' }));
  });
});
