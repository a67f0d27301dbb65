import { describe, expect, it } from 'vitest';
import { makeSplit } from '../../src/splits/makeSplit.js';
import { utterancesOf } from '../utterancesOf.js';
import { sideOf, speakersIn } from './sides.js';

const corpora = [
  ...utterancesOf(['f1', 'f2', 'm1', 'm2'], 4, 'a'),
  ...utterancesOf(['f1', 'm1'], 4, 'b'),
  ...utterancesOf(['f1', 'f2'], 4, 'c'),
];

describe("a split of kind 'leave-one-corpus-out'", () => {
  it('tests each corpus with a model trained on the others', () => {
    const { folds, protocol, speakerIndependent } = makeSplit(
      corpora,
      { kind: 'leave-one-corpus-out' },
      { seed: 1 },
    );
    expect(speakerIndependent).toBe(true);
    expect(folds.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    for (const fold of folds) {
      expect(fold.test).toEqual(
        corpora
          .filter(({ corpus }) => corpus === fold.name)
          .map(({ id }) => id)
          .sort(),
      );
      expect(sideOf(fold, 'train', corpora).some(({ corpus }) => corpus === fold.name)).toBe(false);
    }
    expect(protocol).toBe(
      'Speaker-independent, leave one corpus out: each of a, b, c is tested by a model trained on the others.',
    );
  });

  it('validates on whole speakers of the other corpora, in proportion', () => {
    const request = { kind: 'leave-one-corpus-out', validationFraction: 0.5 } as const;
    const { folds, protocol } = makeSplit(corpora, request, { seed: 1 });
    const validation = sideOf(folds[2]!, 'validation', corpora);
    expect(speakersIn(validation.filter(({ corpus }) => corpus === 'a'))).toHaveLength(2);
    expect(speakersIn(validation.filter(({ corpus }) => corpus === 'b'))).toHaveLength(1);
    expect(protocol).toContain('; 50% of the other speakers are used for validation.');
  });

  it('names labels that are tested but never trained on', () => {
    const calm = corpora.map((one) =>
      one.corpus === 'a' && one.emotion === 'sad' ? { ...one, emotion: 'calm' } : one,
    );
    const { folds, protocol } = makeSplit(calm, { kind: 'leave-one-corpus-out' }, { seed: 1 });
    expect(sideOf(folds[0]!, 'test', calm).some(({ emotion }) => emotion === 'calm')).toBe(true);
    expect(sideOf(folds[1]!, 'train', calm).some(({ emotion }) => emotion === 'calm')).toBe(true);
    expect(protocol).toContain('; tested but never trained on: calm (only in a).');
  });

  it('rejects a single corpus', () => {
    const make = () => makeSplit(utterancesOf(['f1', 'm1']), { kind: 'leave-one-corpus-out' }, { seed: 1 });
    expect(make).toThrow('needs at least 2 corpora; got 1. Add a corpus, or split by speaker.');
    expect(make).toThrow(expect.objectContaining({ code: 'too-few-corpora' }));
  });
});
