import { describe, expect, it } from 'vitest';
import { heldOutFolds } from '../../src/teach/heldOutFolds.js';

describe('heldOutFolds', () => {
  it('leaves out one example of every class', () => {
    const folds = heldOutFolds([0, 0, 0, 1, 1, 1]);
    expect(folds).toHaveLength(9);
    for (const fold of folds) expect(fold.filter((i) => i < 3)).toHaveLength(1);
    expect(folds.slice(0, 3)).toEqual([
      [0, 3],
      [1, 4],
      [2, 5],
    ]);
    expect(folds.slice(3, 6)).toEqual([
      [0, 4],
      [1, 5],
      [2, 3],
    ]);
  });

  it('leaves out the examples of a small class more often', () => {
    const folds = heldOutFolds([0, 0, 0, 1]);
    expect(folds.every((fold) => fold.includes(3))).toBe(true);
  });

  it('has at most 20 folds per round, which leave out every example once', () => {
    const folds = heldOutFolds([...new Array<number>(50).fill(0), ...new Array<number>(45).fill(1)]);
    expect(folds).toHaveLength(60);
    expect(
      folds
        .slice(0, 20)
        .flat()
        .sort((a, b) => a - b),
    ).toEqual([...new Array(95).keys()]);
  });

  it('has none without examples', () => {
    expect(heldOutFolds([])).toEqual([]);
  });
});
