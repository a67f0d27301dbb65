import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wilcoxonSignedRank } from '../../src/comparison/wilcoxonSignedRank.js';

/** As recorded by tools/goldens/metrics.py. */
interface Golden {
  readonly wilcoxon: readonly { differences: readonly number[]; statistic: number; pValue: number }[];
}

const golden = JSON.parse(readFileSync(new URL('../goldens/scipy.json', import.meta.url), 'utf8')) as Golden;

describe('wilcoxonSignedRank', () => {
  it('counts the ways to give signs: five rises are two of 32', () => {
    expect(wilcoxonSignedRank([0.1, 0.2, 0.3, 0.4, 0.5])).toEqual({
      statistic: 0,
      pValue: 2 / 32,
      method: 'exact',
      nDifferences: 5,
    });
  });

  it('is 1 when nothing differs', () => {
    expect(wilcoxonSignedRank([0, 0, 0]).pValue).toBe(1);
    expect(wilcoxonSignedRank([]).pValue).toBe(1);
  });

  it('is the same with the sides exchanged', () => {
    const differences = [0.3, -0.1, 0.25, 0.7, -0.2, 0.05];
    const exchanged = differences.map((difference) => -difference);
    expect(wilcoxonSignedRank(exchanged)).toEqual(wilcoxonSignedRank(differences));
  });

  it('takes differences that only rounding tells apart as ties', () => {
    const ties = wilcoxonSignedRank([0.3 - 0.2, 0.2 - 0.1, -(0.4 - 0.3)]);
    expect(ties.statistic).toBe(2);
  });

  it('refuses a pair that lacks a figure', () => {
    expect(() => wilcoxonSignedRank([0.1, NaN])).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: expect.stringContaining('got `NaN` of pair 1'),
      }),
    );
  });

  it.each(golden.wilcoxon.map((one) => [one.differences.length, one] as const))(
    'equals scipy on %i differences',
    (_, { differences, statistic, pValue }) => {
      const ours = wilcoxonSignedRank(differences);
      expect(ours.statistic).toBe(statistic);
      // scipy reckons the exact distribution in whole numbers, here in halves: 12 digits are left.
      expect(Math.abs(ours.pValue / pValue - 1)).toBeLessThan(1e-12);
    },
  );
});
