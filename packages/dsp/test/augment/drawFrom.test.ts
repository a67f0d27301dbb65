import { RandomStream } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { drawFrom } from '../../src/augment/drawFrom.js';

describe('drawFrom', () => {
  it('returns a fixed value without a draw', () => {
    const random = new RandomStream(1);
    expect(drawFrom(3, random)).toBe(3);
    expect(random.uniform()).toBe(new RandomStream(1).uniform());
  });

  it('draws uniformly from a range', () => {
    const random = new RandomStream(1);
    const values = Array.from({ length: 1000 }, () => drawFrom([-2, 2], random));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(-2);
    expect(Math.max(...values)).toBeLessThan(2);
    expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / 1000)).toBeLessThan(0.2);
  });
});
