import { describe, expect, it } from 'vitest';
import { mcnemar, type McnemarResult } from '../../src/comparison/mcnemar.js';
import { readGolden } from '../golden.js';

const golden = readGolden<{ readonly mcnemar: readonly McnemarResult[] }>('scipy.json');

describe('mcnemar', () => {
  it('is the binomial test: at most 2 of 12 heads, two-sided', () => {
    expect(mcnemar({ onlyFirst: 2, onlySecond: 10 }).exactPValue).toBeCloseTo((2 * (1 + 12 + 66)) / 4096, 12);
  });

  it('is 1 when both runs predict the same items correctly, or equally many others', () => {
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

  it('throws unless counts are integers', () => {
    expect(() => mcnemar({ onlyFirst: 1.5, onlySecond: 0 })).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: '`onlyFirst` must be an integer at least 0; got 1.5.',
      }),
    );
  });
});
