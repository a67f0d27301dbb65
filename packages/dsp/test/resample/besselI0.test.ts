import { describe, expect, it } from 'vitest';
import { besselI0 } from '../../src/resample/besselI0.js';

// scipy.special.i0
describe('besselI0', () => {
  it.each([
    [0, 1],
    [1, 1.2660658777520082],
    [-1, 1.2660658777520082],
    [10, 2815.716628466254],
    [14.769656459379492, 271903.6406814566],
  ])('of %d is %d', (x, expected) => {
    expect(besselI0(x) / expected).toBeCloseTo(1, 13);
  });
});
