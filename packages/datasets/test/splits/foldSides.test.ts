import { describe, expect, it } from 'vitest';
import { foldRows, foldUtterances } from '../../src/splits/foldSides.js';
import { makeSplit } from '../../src/splits/makeSplit.js';
import { utterancesOf } from '../utterancesOf.js';

const utterances = utterancesOf(['f1', 'm1', 'f2', 'm2'], 2);
const request = { kind: 'speaker', validationFraction: 0.3 } as const;
const [fold] = makeSplit(utterances, request, { seed: 1 }).folds;

describe('foldUtterances', () => {
  it('gives the utterances of each side, in their order', () => {
    const { train, validation, test } = foldUtterances(fold!, utterances);
    expect([train.length, validation.length, test.length]).toEqual([4, 2, 2]);
    expect(test.map(({ id }) => id)).toEqual(fold!.test);
    const all = [...train, ...validation, ...test];
    expect(all.sort((a, b) => utterances.indexOf(a) - utterances.indexOf(b))).toEqual(utterances);
  });
});

describe('foldRows', () => {
  it('gives the positions of the same utterances', () => {
    const rows = foldRows(fold!, utterances);
    const sides = foldUtterances(fold!, utterances);
    for (const side of ['train', 'validation', 'test'] as const) {
      expect(rows[side].map((row) => utterances[row])).toEqual(sides[side]);
      expect(rows[side]).toEqual([...rows[side]].sort((a, b) => a - b));
    }
  });

  it('rejects utterances that the split was not made from', () => {
    const rows = () => foldRows(fold!, utterances.slice(1));
    expect(rows).toThrow('contains `toy/f1-0`, which is not among the utterances.');
    expect(rows).toThrow(expect.objectContaining({ code: 'invalid-split' }));
  });
});
