import { describe, expect, it } from 'vitest';
import { mcnemarCounts } from '../../src/comparison/mcnemarCounts.js';

describe('mcnemarCounts', () => {
  const first = { actual: [0, 0, 1, 1], predicted: [0, 0, 1, 0], nClasses: 2 };

  it('counts the items that only one run predicts correctly', () => {
    const second = { ...first, predicted: [1, 1, 1, 1] };
    expect(mcnemarCounts(first, second)).toEqual({ onlyFirst: 2, onlySecond: 1 });
    expect(mcnemarCounts(first, first)).toEqual({ onlyFirst: 0, onlySecond: 0 });
  });

  it('throws for runs about different items', () => {
    expect(() => mcnemarCounts(first, { ...first, actual: [1, 0, 1, 1] })).toThrow(
      expect.objectContaining({ code: 'different-items' }),
    );
  });
});
