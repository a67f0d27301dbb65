import { describe, expect, it } from 'vitest';
import { makeSplit } from '../../src/splits/makeSplit.js';
import { utterancesOf, wholeRavdess } from '../utterancesOf.js';
import { sideOf, speakersIn } from './sides.js';

describe("a split of kind 'leave-one-speaker-out'", () => {
  it('has one fold for each speaker, named after them', () => {
    const { folds, protocol } = makeSplit(wholeRavdess, { kind: 'leave-one-speaker-out' }, { seed: 1 });
    expect(folds).toHaveLength(24);
    for (const fold of folds) {
      const [speaker, ...others] = speakersIn(sideOf(fold, 'test', wholeRavdess));
      expect(others).toEqual([]);
      expect(fold.name).toBe(`ravdess/${speaker}`);
      expect(fold.test).toHaveLength(60);
    }
    expect(protocol).toContain('each of 24 speakers is tested by a model trained on the others');
  });

  it('needs two speakers', () => {
    const make = () => makeSplit(utterancesOf(['f1']), { kind: 'leave-one-speaker-out' }, { seed: 1 });
    expect(make).toThrow('needs at least 2 speakers; got 1');
    expect(make).toThrow(expect.objectContaining({ code: 'too-few-speakers' }));
  });
});
