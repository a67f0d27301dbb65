import { describe, expect, it } from 'vitest';
import { type InnerFold, innerFolds } from '../../src/training/innerFolds.js';

const heldOut = (folds: readonly InnerFold[]) => folds.map((fold) => [...fold.heldOut]);
const train = (folds: readonly InnerFold[]) => folds.map((fold) => [...fold.train]);

describe('inner folds of groups', () => {
  it('hold each group out once, the largest groups dealt out first', () => {
    const groups = ['a', 'b', 'b', 'c', 'c', 'c'];
    const folds = innerFolds(Int32Array.of(0, 1, 0, 1, 0, 1), { nFolds: 2, groups });
    expect(heldOut(folds)).toEqual([
      [3, 4, 5],
      [0, 1, 2],
    ]);
    expect(train(folds)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });

  it('fit to copies, but not to those of the group held out, and never measure on them', () => {
    const groups = ['a', 'a', 'b', 'b'];
    const folds = innerFolds(new Int32Array(4), { nFolds: 3, groups, copies: Uint8Array.of(0, 1, 0, 1) });
    expect(heldOut(folds)).toEqual([[0], [2]]);
    expect(train(folds)).toEqual([
      [2, 3],
      [0, 1],
    ]);
  });

  it('are as many as there are groups, at the most', () => {
    const groups = ['a', 'b', 'c'];
    expect(innerFolds(Int32Array.of(0, 1, 0), { nFolds: 10, groups })).toHaveLength(3);
  });
});

describe('inner folds without groups', () => {
  it('deal out each class in turn', () => {
    const folds = innerFolds(Int32Array.of(0, 0, 0, 1, 1, 1), { nFolds: 3 });
    expect(heldOut(folds)).toEqual([
      [0, 3],
      [1, 4],
      [2, 5],
    ]);
  });

  it('leave copies out, as they may be of an example held out; so do those of one group', () => {
    const copies = Uint8Array.of(0, 0, 1, 0, 0, 1);
    const y = Int32Array.of(0, 0, 0, 1, 1, 1);
    for (const groups of [undefined, Array.from(y, () => 'one speaker')]) {
      const folds = innerFolds(y, { nFolds: 2, copies, groups });
      expect(heldOut(folds)).toEqual([
        [0, 3],
        [1, 4],
      ]);
      expect(train(folds)).toEqual([
        [1, 4],
        [0, 3],
      ]);
    }
  });

  it('need two examples that are no copies', () => {
    const fold = () => innerFolds(Int32Array.of(0, 0), { nFolds: 2, copies: Uint8Array.of(0, 1) });
    expect(fold).toThrow('Expected at least two examples that are no copies');
    expect(fold).toThrow(expect.objectContaining({ code: 'shape-mismatch' }));
  });
});
