import { describe, expect, it } from 'vitest';
import { targetsOf } from '../../src/scores/targets.js';

describe('targetsOf', () => {
  it('is 1 for the class and 0 for the others', () => {
    expect([...targetsOf(Int32Array.of(1, 0), 3)]).toEqual([0, 1, 0, 1, 0, 0]);
  });

  it('spreads the smoothing evenly, and sums to the weight of the class', () => {
    const targets = targetsOf(Int32Array.of(1, 0), 4, { labelSmoothing: 0.2, classWeights: [1, 3, 1, 1] });
    const expected = [0.15, 2.55, 0.15, 0.15, 0.85, 0.05, 0.05, 0.05];
    expected.forEach((value, i) => expect(targets[i]).toBeCloseTo(value, 6));
  });
});
