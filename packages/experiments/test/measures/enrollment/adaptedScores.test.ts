import { describe, expect, it } from 'vitest';
import { adaptedAnswer, heardWeight, meanScore } from '../../../src/measures/enrollment/adaptedScores.js';

describe('adaptedAnswer', () => {
  const cold = Float64Array.of(0, 0, 0);

  it('is the greatest score when nothing was heard; of equals, the first', () => {
    expect(adaptedAnswer(Float64Array.of(-1, -0.5, -2), cold, 0)).toBe(1);
    expect(adaptedAnswer(Float64Array.of(-1, -1, -2), cold, 0)).toBe(0);
  });

  it('is what stands out from the speaker’s other clips', () => {
    const scores = Float64Array.of(-0.1, -0.6, -2);
    const mean = Float64Array.of(-0.1, -1.5, -2);
    expect(adaptedAnswer(scores, mean, 1)).toBe(1);
    // half of the mean is not enough: -0.05 against 0.15… it is, and a tenth is not
    expect(adaptedAnswer(scores, mean, 0.1)).toBe(0);
  });

  it('does not change when a constant is added to all scores', () => {
    const scores = Float64Array.of(0.3, 0.1, -1);
    const mean = Float64Array.of(0.5, 0, -0.2);
    const shifted = mean.map((score) => score + 7);
    expect(adaptedAnswer(scores, shifted, 0.7)).toBe(adaptedAnswer(scores, mean, 0.7));
  });
});

describe('heardWeight', () => {
  it('counts two clips as much as the neutral mean, and comes close to 1', () => {
    expect(heardWeight(0)).toBe(0);
    expect(heardWeight(1)).toBeCloseTo(1 / 3, 12);
    expect(heardWeight(2)).toBe(0.5);
    expect(heardWeight(98)).toBe(0.98);
  });
});

describe('meanScore', () => {
  it('is zero before anything was heard', () => {
    expect(meanScore([], 2)).toEqual(Float64Array.of(0, 0));
    expect(meanScore([Float64Array.of(1, 2), Float64Array.of(3, 6)], 2)).toEqual(Float64Array.of(2, 4));
  });
});
