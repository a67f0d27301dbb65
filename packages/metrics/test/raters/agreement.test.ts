import { describe, expect, it } from 'vitest';
import { raterAgreement } from '../../src/raters/agreement.js';

describe('raterAgreement', () => {
  it("is Fleiss' kappa when every item has the same number of votes", () => {
    // 10 items, 14 raters, 5 classes; kappa computed with numpy from Fleiss' formulas
    const { kappa, pairwise, chance, nItems, meanVotes } = raterAgreement([
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ]);
    expect(kappa).toBeCloseTo(0.20993070442195522, 12);
    expect(pairwise).toBeCloseTo(0.378021978021978, 12);
    expect(chance).toBeCloseTo(0.21275510204081632, 12);
    expect([nItems, meanVotes]).toEqual([10, 14]);
  });

  it('leaves out items with fewer than two votes, and accepts different numbers', () => {
    const { nItems, pairwise } = raterAgreement([
      [2, 0],
      [1, 3],
      [1, 0],
    ]);
    expect([nItems, pairwise]).toEqual([2, (1 + 1 / 2) / 2]);
  });

  it('needs whole numbers, and an item with two votes', () => {
    expect(() => raterAgreement([[1, 0]])).toThrow('Agreement needs two raters');
    expect(() => raterAgreement([[0.5, 1.5]])).toThrow('whole numbers');
  });
});
