import { describe, expect, it } from 'vitest';
import { mcc } from '../../src/labels/mcc.js';

const outcome = { actual: [0, 0, 1, 1], predicted: [0, 0, 1, 0], nClasses: 2 };

describe('mcc', () => {
  it('is the correlation of two classes', () => {
    // (2·1 - 1·0) / √(3·2·2·1): true and false predictions of the first class.
    expect(mcc(outcome)).toBeCloseTo(2 / Math.sqrt(12), 12);
  });

  it('is 0 where true or predicted classes are all the same', () => {
    expect(mcc({ actual: [1, 1], predicted: [1, 1], nClasses: 2 })).toBe(0);
    expect(mcc({ ...outcome, predicted: [0, 0, 0, 0] })).toBe(0);
  });
});
