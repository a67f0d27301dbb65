import { describe, expect, it } from 'vitest';
import { checkSplit } from '../../src/splits/checkSplit.js';
import type { Fold, Split } from '../../src/splits/split.js';
import { utterancesOf } from '../utterancesOf.js';

const utterances = utterancesOf(['f1', 'm1', 'm2'], 2);

function splitOf(fold: Partial<Fold>, speakerIndependent = true): Split {
  const sides = { train: ['toy/f1-0', 'toy/f1-1'], validation: [], test: ['toy/m1-0'] };
  return {
    kind: 'mine',
    protocol: 'Mine.',
    speakerIndependent,
    seed: 0,
    folds: [{ name: 'a', ...sides, ...fold }],
  };
}

describe('checkSplit', () => {
  it('accepts a split that does not use all utterances', () => {
    expect(() => checkSplit(splitOf({}), utterances)).not.toThrow();
    expect(() => checkSplit(splitOf({ validation: ['toy/m2-0'] }), utterances)).not.toThrow();
  });

  it.each([
    ['train and test', { test: ['toy/f1-0'] }, 'utterance `toy/f1-0` in both train and test.'],
    [
      'validation and test',
      { validation: ['toy/m1-0'] },
      'utterance `toy/m1-0` in both validation and test.',
    ],
    [
      'train and validation',
      { validation: ['toy/f1-1'] },
      'utterance `toy/f1-1` in both train and validation.',
    ],
  ])('rejects an utterance in both %s', (_, fold, message) => {
    const check = () => checkSplit(splitOf(fold, false), utterances);
    expect(check).toThrow(`Fold \`a\` has ${message} Put each on one side.`);
    expect(check).toThrow(expect.objectContaining({ code: 'leak' }));
  });

  it('rejects identical recordings on two sides, speaker-dependent or not', () => {
    const alike = utterances.map((one) => (one.id === 'toy/m1-0' ? { ...one, recording: 'toy/f1-0' } : one));
    const check = () => checkSplit(splitOf({}, false), alike);
    expect(check).toThrow('recording `toy/f1-0` in both train and test (`toy/f1-0` and `toy/m1-0`)');
    expect(check).toThrow(expect.objectContaining({ code: 'leak' }));
  });

  it('rejects a speaker on two sides, unless the split is speaker-dependent', () => {
    const shared = { train: ['toy/f1-0'], test: ['toy/f1-1'] };
    const check = () => checkSplit(splitOf(shared), utterances);
    expect(check).toThrow(
      'speaker `toy/f1` in both train and test (`toy/f1-0` and `toy/f1-1`). Put all clips of a speaker on one side',
    );
    expect(check).toThrow(expect.objectContaining({ code: 'leak' }));
    expect(() => checkSplit(splitOf(shared, false), utterances)).not.toThrow();
  });

  it('accepts copies on the side of their source', () => {
    const train = ['toy/f1-0', 'toy/f1-0#0', 'toy/f1-0#1', 'toy/f1-1#0'];
    expect(() => checkSplit(splitOf({ train }), utterances)).not.toThrow();
  });

  it.each([
    ['a copy of a tested clip', { train: ['toy/m1-0#0'] }, ['train', 'test', 'toy/m1-0#0', 'toy/m1-0']],
    ['a copy in the test side', { test: ['toy/f1-0#1'] }, ['train', 'test', 'toy/f1-0', 'toy/f1-0#1']],
    [
      'copies of one clip',
      { train: ['toy/m2-0#0'], test: ['toy/m2-0#1'] },
      ['train', 'test', 'toy/m2-0#0', 'toy/m2-0#1'],
    ],
    [
      'a copy in the validation side',
      { validation: ['toy/f1-0#0'] },
      ['train', 'validation', 'toy/f1-0', 'toy/f1-0#0'],
    ],
  ])('rejects %s and its source or another copy on another side', (_, fold, [one, other, first, second]) => {
    const check = () => checkSplit(splitOf(fold, false), utterances);
    expect(check).toThrow(`in both ${one} and ${other} (\`${first}\` and \`${second}\`)`);
    expect(check).toThrow('Split first, then make copies of the training side only.');
    expect(check).toThrow(expect.objectContaining({ code: 'leak' }));
  });

  it('rejects a copy of an unknown clip', () => {
    const check = () => checkSplit(splitOf({ train: ['toy/x-0#0'] }), utterances);
    expect(check).toThrow('`toy/x-0#0` in train, which is not among the utterances');
    expect(check).toThrow(expect.objectContaining({ code: 'invalid-split' }));
  });

  it('accepts clips of a corpus whose names look like those of copies', () => {
    const named = utterances.map((one) =>
      one.id === 'toy/m1-0' ? { ...one, id: 'toy/f1-0#0', recording: 'r' } : one,
    );
    expect(() => checkSplit(splitOf({ test: ['toy/f1-0#0'] }), named)).not.toThrow();
  });

  it('names three of many', () => {
    const many = utterancesOf(['f1', 'f2', 'f3', 'f4', 'f5'], 2);
    const train = many.filter(({ emotion }) => emotion === 'sad').map(({ id }) => id);
    const test = many.filter(({ emotion }) => emotion === 'happy').map(({ id }) => id);
    expect(() => checkSplit(splitOf({ train, test }), many)).toThrow(
      '`toy/f1`, `toy/f2`, `toy/f3` and 2 more',
    );
  });

  it.each([
    [{ train: [] }, 'an empty train side'],
    [{ test: [] }, 'an empty test side'],
    [{ test: ['toy/x-0'] }, '`toy/x-0` in test, which is not among the utterances'],
    [{ test: ['toy/m1-0', 'toy/m1-0'] }, '`toy/m1-0` twice in test'],
  ])('rejects the fold %j', (fold, message) => {
    const check = () => checkSplit(splitOf(fold), utterances);
    expect(check).toThrow(message);
    expect(check).toThrow(expect.objectContaining({ code: 'invalid-split' }));
  });

  it('rejects a split without folds', () => {
    const check = () => checkSplit({ ...splitOf({}), folds: [] }, utterances);
    expect(check).toThrow('A split must have at least one fold; got none.');
    expect(check).toThrow(expect.objectContaining({ code: 'invalid-split' }));
  });
});
