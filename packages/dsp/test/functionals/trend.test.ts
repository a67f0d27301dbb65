import { describe, expect, it } from 'vitest';
import { trend } from '../../src/functionals/trend.js';

describe('trend', () => {
  it('of a line is its slope over times from -1 to 1, without residuals', () => {
    const output = new Float64Array(2);
    trend(Float64Array.of(0, 1, 2, 3, 4), 2, Math.sqrt(2), output);
    expect(output[0]).toBeCloseTo(2, 6);
    expect(output[1]).toBeCloseTo(0, 4);
  });
});
