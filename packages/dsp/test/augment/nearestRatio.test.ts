import { describe, expect, it } from 'vitest';
import { nearestRatio } from '../../src/augment/nearestRatio.js';

describe('nearestRatio', () => {
  it.each([
    [1, [1, 1]],
    [1.25, [5, 4]],
    [0.9, [9, 10]],
    [1.07, [107, 100]],
    [256, [256, 1]],
    [1 / 256, [1, 256]],
    [2 ** (1 / 12), [18904, 17843]],
  ])('of %d is %j', (value, ratio) => {
    expect(nearestRatio(value)).toEqual(ratio);
  });

  it('has a relative error of at most 1e-9 and at most seven digits', () => {
    for (let i = 1; i < 500; i++) {
      const value = 2 ** (4 * Math.sin(i));
      const [p, q] = nearestRatio(value);
      expect(Math.abs(p / q / value - 1)).toBeLessThan(1e-9);
      expect(Math.max(p, q)).toBeLessThan(1e7);
    }
  });
});
