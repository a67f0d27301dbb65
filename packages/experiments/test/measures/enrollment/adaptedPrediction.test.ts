import { describe, expect, it } from 'vitest';
import {
  adaptedPrediction,
  enrollmentWeight,
  meanScore,
} from '../../../src/measures/enrollment/adaptedPrediction.js';

describe('adaptedPrediction', () => {
  const none = Float64Array.of(0, 0, 0);

  it('is the largest score without enrollment; the first of equals', () => {
    expect(adaptedPrediction(Float64Array.of(-1, -0.5, -2), none, 0)).toBe(1);
    expect(adaptedPrediction(Float64Array.of(-1, -1, -2), none, 0)).toBe(0);
  });

  it('is what differs most from the speaker’s other clips', () => {
    const scores = Float64Array.of(-0.1, -0.6, -2);
    const mean = Float64Array.of(-0.1, -1.5, -2);
    expect(adaptedPrediction(scores, mean, 1)).toBe(1);
    // a tenth of the mean is not enough
    expect(adaptedPrediction(scores, mean, 0.1)).toBe(0);
  });

  it('does not change when a constant is added to all scores', () => {
    const scores = Float64Array.of(0.3, 0.1, -1);
    const mean = Float64Array.of(0.5, 0, -0.2);
    const shifted = mean.map((score) => score + 7);
    expect(adaptedPrediction(scores, shifted, 0.7)).toBe(adaptedPrediction(scores, mean, 0.7));
  });
});

describe('enrollmentWeight', () => {
  it('is 1/2 for two clips, and approaches 1', () => {
    expect(enrollmentWeight(0)).toBe(0);
    expect(enrollmentWeight(1)).toBeCloseTo(1 / 3, 12);
    expect(enrollmentWeight(2)).toBe(0.5);
    expect(enrollmentWeight(98)).toBe(0.98);
  });
});

describe('meanScore', () => {
  it('is zero for no clips', () => {
    expect(meanScore([], 2)).toEqual(Float64Array.of(0, 0));
    expect(meanScore([Float64Array.of(1, 2), Float64Array.of(3, 6)], 2)).toEqual(Float64Array.of(2, 4));
  });
});
