import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../src/random/randomStream.js';

const many = (draw: () => number) => Array.from({ length: 4000 }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('RandomStream', () => {
  it('gives the same draws for the same seeds, and others for others', () => {
    const draws = (...seeds: number[]) => {
      const stream = new RandomStream(...seeds);
      return [stream.uniform(), stream.normal(), stream.seed()];
    };
    expect(draws(1, 2)).toEqual(draws(1, 2));
    expect(draws(1, 2)).not.toEqual(draws(2, 1));
    expect(draws(1)).not.toEqual(draws(1, 0));
  });

  it('draws uniformly between two bounds', () => {
    const stream = new RandomStream(1);
    const values = many(() => stream.uniform(2, 4));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...values)).toBeLessThan(4);
    expect(mean(values)).toBeCloseTo(3, 1);
  });

  it('draws normally distributed numbers of mean 0 and deviation 1', () => {
    const stream = new RandomStream(1);
    const values = many(() => stream.normal());
    expect(Math.abs(mean(values))).toBeLessThan(0.05);
    expect(mean(values.map((value) => value ** 2))).toBeCloseTo(1, 1);
  });

  it('draws noise in [-1, 1) and events with a probability', () => {
    const stream = new RandomStream(1);
    expect(many(() => stream.noise()).every((value) => value >= -1 && value < 1)).toBe(true);
    expect(mean(many(() => Number(stream.chance(0.2))))).toBeCloseTo(0.2, 1);
  });
});
