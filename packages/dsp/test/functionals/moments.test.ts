import { describe, expect, it } from 'vitest';
import { moments } from '../../src/functionals/moments.js';

describe('moments', () => {
  it('are mean, population standard deviation, skewness, and kurtosis', () => {
    const output = new Float64Array(4);
    moments(Float64Array.of(0, 0, 0, 4), output);
    expect([...output].map((value) => Number(value.toFixed(4)))).toEqual([1, 1.7321, 1.1547, 2.3333]);
  });

  it('of a constant are finite', () => {
    const output = new Float64Array(4);
    moments(new Float64Array(5).fill(3), output);
    expect([...output]).toEqual([3, 1e-8, 0, 0]);
  });
});
