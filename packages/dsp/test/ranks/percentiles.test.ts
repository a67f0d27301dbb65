import { describe, expect, it } from 'vitest';
import { percentile, Percentiles } from '../../src/ranks/percentiles.js';
import { maxDifference } from '../helpers/golden.js';

describe('Percentiles', () => {
  it('interpolates between the two neighbors, like numpy.percentile', () => {
    const output = new Float64Array(3);
    new Percentiles([25, 50, 95]).transform(Float64Array.of(4, 1, 2, 3), output);
    expect(maxDifference(output, [1.75, 2.5, 3.85])).toBeLessThan(1e-15);
  });

  it('of one value are that value', () => {
    const output = new Float64Array(2);
    new Percentiles([1, 99]).transform(Float64Array.of(5), output);
    expect([...output]).toEqual([5, 5]);
  });
});

describe('percentile', () => {
  it('does not change the values', () => {
    const values = Float64Array.of(3, 1, 2);
    expect(percentile(values, 50)).toBe(2);
    expect([...values]).toEqual([3, 1, 2]);
  });
});
