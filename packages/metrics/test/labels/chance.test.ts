import { describe, expect, it } from 'vitest';
import { accuracy } from '../../src/labels/accuracy.js';
import { chanceUar, majorityAccuracy } from '../../src/labels/chance.js';
import { uar } from '../../src/labels/uar.js';

const actual = [0, 0, 0, 1, 1, 3];

describe('chance', () => {
  it('of UAR is 1 / the number of classes in `actual`', () => {
    expect(chanceUar({ actual, predicted: actual, nClasses: 4 })).toBe(1 / 3);
  });

  it('of accuracy is the share of the largest class', () => {
    expect(majorityAccuracy({ actual, predicted: actual, nClasses: 4 })).toBe(0.5);
  });

  it('is the score of always predicting the largest class', () => {
    const outcome = { actual, predicted: actual.map(() => 0), nClasses: 4 };
    expect(uar(outcome)).toBeCloseTo(chanceUar(outcome), 12);
    expect(accuracy(outcome)).toBe(majorityAccuracy(outcome));
  });

  it.each([chanceUar, majorityAccuracy])('throws without items', (chance) => {
    expect(() => chance({ actual: [], predicted: [], nClasses: 2 })).toThrow(
      expect.objectContaining({ code: 'no-items' }),
    );
  });
});
