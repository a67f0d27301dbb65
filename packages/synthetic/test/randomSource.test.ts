import { describe, expect, it } from 'vitest';
import { RandomSource } from '../src/randomSource.js';

const draws = (random: RandomSource, n = 2000) => Array.from({ length: n }, () => random.normal(2));

describe('RandomSource', () => {
  it('gives the same draws for the same seeds, and others for others', () => {
    expect(draws(new RandomSource(1, 2))).toEqual(draws(new RandomSource(1, 2)));
    expect(draws(new RandomSource(1, 2))).not.toEqual(draws(new RandomSource(2, 1)));
    expect(draws(new RandomSource(1, 2))).not.toEqual(draws(new RandomSource(1, 2, 0)));
  });

  it('gives unrelated first draws for neighbouring seeds', () => {
    const first = Array.from({ length: 1000 }, (_, seed) => new RandomSource(seed).uniform(0, 1));
    const mean = first.reduce((sum, x) => sum + x, 0) / first.length;
    const related = first.filter((x, seed) => seed > 0 && x > first[seed - 1]!).length;
    expect(mean).toBeCloseTo(0.5, 1);
    expect(related / first.length).toBeCloseTo(0.5, 1);
  });

  it('normal has the deviation asked for, less the tails beyond 2.5 deviations', () => {
    const values = draws(new RandomSource(7), 20_000);
    const deviation = Math.sqrt(values.reduce((sum, x) => sum + x * x, 0) / values.length);
    expect(deviation).toBeCloseTo(2 * 0.955, 1); // 0.955: deviation of a standard normal cut at 2.5
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(5);
  });

  it('noise is white: mean 0, variance 1/3, neighbours unrelated', () => {
    const random = new RandomSource(3);
    const x = Array.from({ length: 20_000 }, () => random.noise());
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(x)).toBeCloseTo(0, 1);
    expect(mean(x.map((value) => value * value))).toBeCloseTo(1 / 3, 2);
    expect(mean(x.slice(1).map((value, n) => value * x[n]!))).toBeCloseTo(0, 2);
  });
});
