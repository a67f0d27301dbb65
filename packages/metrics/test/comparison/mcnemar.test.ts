import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mcnemar, type McnemarResult } from '../../src/comparison/mcnemar.js';
import { mcnemarCounts } from '../../src/comparison/mcnemarCounts.js';

/** As recorded by tools/goldens/metrics.py. */
interface Golden {
  readonly mcnemar: readonly McnemarResult[];
}

const golden = JSON.parse(readFileSync(new URL('../goldens/scipy.json', import.meta.url), 'utf8')) as Golden;

describe('mcnemar', () => {
  it('is a toss of coins: 2 of 12 or fewer, on either side', () => {
    expect(mcnemar({ onlyFirst: 2, onlySecond: 10 }).exactPValue).toBeCloseTo((2 * (1 + 12 + 66)) / 4096, 12);
  });

  it('is 1 when both runs solve the same items, or as many of their own', () => {
    expect(mcnemar({ onlyFirst: 0, onlySecond: 0 })).toMatchObject({ exactPValue: 1, chiSquarePValue: 1 });
    expect(mcnemar({ onlyFirst: 7, onlySecond: 7 }).exactPValue).toBe(1);
  });

  it.each(golden.mcnemar)('equals statsmodels on $onlyFirst against $onlySecond', (recorded) => {
    const ours = mcnemar(recorded);
    for (const name of ['exactPValue', 'chiSquare', 'chiSquarePValue'] as const) {
      // Sums of up to 20,000 terms.
      expect(Math.abs(ours[name] - recorded[name])).toBeLessThanOrEqual(1e-11 * Math.abs(recorded[name]));
    }
  });

  it('refuses what is not a count', () => {
    expect(() => mcnemar({ onlyFirst: 1.5, onlySecond: 0 })).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: expect.stringContaining('`onlyFirst` must be a whole number >= 0, got `1.5`'),
      }),
    );
  });
});

describe('mcnemarCounts', () => {
  const first = { actual: [0, 0, 1, 1], predicted: [0, 0, 1, 0], nClasses: 2 };

  it('counts the items that only one run answers right', () => {
    const second = { ...first, predicted: [1, 1, 1, 1] };
    expect(mcnemarCounts(first, second)).toEqual({ onlyFirst: 2, onlySecond: 1 });
    expect(mcnemarCounts(first, first)).toEqual({ onlyFirst: 0, onlySecond: 0 });
  });

  it('refuses runs about other items', () => {
    expect(() => mcnemarCounts(first, { ...first, actual: [1, 0, 1, 1] })).toThrow(
      expect.objectContaining({ code: 'different-items' }),
    );
  });
});
