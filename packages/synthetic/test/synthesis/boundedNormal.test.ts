import { RandomStream } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { boundedNormal } from '../../src/synthesis/boundedNormal.js';

const draws = (seed: number, n = 20_000) => {
  const random = new RandomStream(seed);
  return Array.from({ length: n }, () => boundedNormal(random, 2));
};

describe('boundedNormal', () => {
  it('has the given standard deviation, without the tails beyond 2.5 deviations', () => {
    const values = draws(7);
    const deviation = Math.sqrt(values.reduce((sum, x) => sum + x * x, 0) / values.length);
    expect(deviation).toBeCloseTo(2 * 0.955, 1); // 0.955: deviation of a standard normal truncated at 2.5
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(5);
  });

  it('gives the recorded draws, on which every synthetic corpus depends', () => {
    expect(draws(1, 3)).toEqual([0.013267095113991868, -1.3639100662749721, -0.0020289954511649036]);
  });
});
