import { describe, expect, it } from 'vitest';
import { type InnerFold, innerFolds } from '../../src/training/innerFolds.js';

const heldOut = (folds: readonly InnerFold[]) => folds.map((fold) => [...fold.heldOut]);
const train = (folds: readonly InnerFold[]) => folds.map((fold) => [...fold.train]);

describe('inner folds with groups', () => {
  it('hold out each group once, and assign the largest groups first', () => {
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

  it('fit to copies except those of the held-out group, and never measure on copies', () => {
    const groups = ['a', 'a', 'b', 'b'];
    const folds = innerFolds(new Int32Array(4), { nFolds: 3, groups, copies: Uint8Array.of(0, 1, 0, 1) });
    expect(heldOut(folds)).toEqual([[0], [2]]);
    expect(train(folds)).toEqual([
      [2, 3],
      [0, 1],
    ]);
  });

  it('are at most as many as there are groups', () => {
    const groups = ['a', 'b', 'c'];
    expect(innerFolds(Int32Array.of(0, 1, 0), { nFolds: 10, groups })).toHaveLength(3);
  });
});

describe('inner folds without groups', () => {
  it('assign the examples of each class in turn', () => {
    const folds = innerFolds(Int32Array.of(0, 0, 0, 1, 1, 1), { nFolds: 3 });
    expect(heldOut(folds)).toEqual([
      [0, 3],
      [1, 4],
      [2, 5],
    ]);
  });

  it('leave out copies, whose originals may be held out; also with a single group', () => {
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

  it('need two examples that are not copies', () => {
    const fold = () => innerFolds(Int32Array.of(0, 0), { nFolds: 2, copies: Uint8Array.of(0, 1) });
    expect(fold).toThrow('Choosing settings needs at least two groups');
    expect(fold).toThrow(expect.objectContaining({ code: 'shape-mismatch' }));
  });
});
