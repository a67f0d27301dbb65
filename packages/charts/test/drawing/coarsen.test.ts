import { describe, expect, it } from 'vitest';
import { coarsen } from '../../src/drawing/coarsen.js';

describe('coarsen', () => {
  it('keeps a small matrix', () => {
    expect([...coarsen([1, 2, 3, 4], [2, 2], [9, 9]).data]).toEqual([1, 2, 3, 4]);
  });

  it('takes the mean of blocks', () => {
    const { data, nRows, nColumns } = coarsen([1, 3, 10, 20, 5, 7, 30, 40], [2, 4], [1, 2]);
    expect([nRows, nColumns, ...data]).toEqual([1, 2, 4, 25]);
  });

  it('leaves no block empty, for any sizes', () => {
    for (let n = 1; n < 40; n++) {
      expect(coarsen(new Float32Array(n), [n, 1], [7, 1]).data.some(Number.isNaN)).toBe(false);
    }
  });
});
