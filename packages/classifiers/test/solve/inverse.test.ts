import { describe, expect, it } from 'vitest';
import { inverse } from '../../src/solve/inverse.js';

describe('inverse', () => {
  it('inverts a positive definite matrix', () => {
    const rows = [Float64Array.of(4, 2), Float64Array.of(2, 3)];
    const [first, second] = inverse(rows);
    expect([...first!, ...second!].map((value) => value * 8)).toEqual([
      expect.closeTo(3, 12),
      expect.closeTo(-2, 12),
      expect.closeTo(-2, 12),
      expect.closeTo(4, 12),
    ]);
  });

  it('rejects a matrix that is not positive definite', () => {
    expect(() => inverse([Float64Array.of(-1)])).toThrow('pivot');
  });
});
