import { describe, expect, it } from 'vitest';
import { type Matrix, transpose } from '../../src/matrix/matrix.js';
import { PlainMultiplier } from '../../src/matrix/plainMultiplier.js';

const left: Matrix = { data: Float32Array.of(1, 2, 3, 4, 5, 6), nRows: 2, nColumns: 3 };
const right: Matrix = { data: Float32Array.of(1, 0, 2, -1, 0, 3), nRows: 3, nColumns: 2 };
const expected = Float32Array.of(5, 7, 14, 13);

describe('PlainMultiplier', () => {
  it('multiplies two matrices, either of them transposed', async () => {
    const multiplier = new PlainMultiplier();
    expect(await multiplier.multiply(left, right, 'none')).toEqual(expected);
    expect(await multiplier.multiply(transpose(left), right, 'left')).toEqual(expected);
    expect(await multiplier.multiply(left, transpose(right), 'right')).toEqual(expected);
  });

  it('adds products of any number of columns', async () => {
    for (const n of [1, 4, 5, 7]) {
      const ones: Matrix = { data: new Float32Array(n).fill(1), nRows: 1, nColumns: n };
      expect(await new PlainMultiplier().multiply(ones, ones, 'right')).toEqual(Float32Array.of(n));
    }
  });
});
