import { describe, expect, it } from 'vitest';
import { topKAccuracy } from '../../src/probabilities/topKAccuracy.js';

const second = { actual: [0], predicted: [0], nClasses: 3, probabilities: [0.4, 0.5, 0.1] };

describe('topKAccuracy', () => {
  it('is 1 where the true class is among the k most probable', () => {
    expect([1, 2, 3, 4].map((k) => topKAccuracy(second, { k }))).toEqual([0, 1, 1, 1]);
    expect(topKAccuracy(second)).toBe(1);
  });

  it('takes the higher index first of equally probable classes', () => {
    const tied = { ...second, probabilities: [0.25, 0.5, 0.25] };
    expect(topKAccuracy(tied, { k: 2 })).toBe(0);
    expect(topKAccuracy({ ...tied, actual: [2] }, { k: 2 })).toBe(1);
  });

  it('throws for a k of 0', () => {
    expect(() => topKAccuracy(second, { k: 0 })).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: '`k` must be an integer at least 1; got 0.',
      }),
    );
  });
});
