import { describe, expect, it } from 'vitest';
import { accuracy } from '../src/accuracy.js';
import { chanceUar, majorityAccuracy } from '../src/chance.js';
import { uar } from '../src/uar.js';

const actual = [0, 0, 0, 1, 1, 3];

describe('chance', () => {
  it('of UAR is one in the classes there are', () => {
    expect(chanceUar({ actual, predicted: actual, nClasses: 4 })).toBe(1 / 3);
  });

  it('of accuracy is the share of the largest class', () => {
    expect(majorityAccuracy({ actual, predicted: actual, nClasses: 4 })).toBe(0.5);
  });

  it('is what answering the largest class scores', () => {
    const outcome = { actual, predicted: actual.map(() => 0), nClasses: 4 };
    expect(uar(outcome)).toBeCloseTo(chanceUar(outcome), 12);
    expect(accuracy(outcome)).toBe(majorityAccuracy(outcome));
  });

  it.each([chanceUar, majorityAccuracy])('of nothing is refused', (chance) => {
    expect(() => chance({ actual: [], predicted: [], nClasses: 2 })).toThrow(
      expect.objectContaining({ code: 'no-items' }),
    );
  });
});
