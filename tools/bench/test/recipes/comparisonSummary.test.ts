import { describe, expect, it } from 'vitest';
import { comparisonSummary } from '../../src/recipes/comparisonSummary.js';
import { threeSeeds } from './runResults.js';

describe('comparisonSummary', () => {
  it('has the mean and range of metrics, and medians of times, which one slow run does not change', () => {
    const { ours, seeds } = comparisonSummary('ravdess-cnn', threeSeeds);
    expect(seeds).toEqual([1, 2, 3]);
    expect(ours.uar).toEqual({ mean: expect.closeTo(0.6), smallest: 0.5, largest: 0.7 });
    expect(ours.seconds.total).toBe(20);
  });

  it('has the ratio of the medians, with and without startup', () => {
    const { ratio, wallRatio } = comparisonSummary('ravdess-cnn', threeSeeds);
    expect(ratio).toBe(20 / 40);
    expect(wallRatio).toBe(22 / 42);
  });
});
