import { describe, expect, it } from 'vitest';
import { wilcoxonSignedRank } from '../../src/comparison/wilcoxonSignedRank.js';
import { readGolden } from '../golden.js';

interface Golden {
  readonly wilcoxon: readonly { differences: readonly number[]; statistic: number; pValue: number }[];
}

const golden = readGolden<Golden>('scipy.json');

describe('wilcoxonSignedRank', () => {
  it('counts sign patterns: five positive differences are two of 32', () => {
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

  it('is the same with exchanged sides', () => {
    const differences = [0.3, -0.1, 0.25, 0.7, -0.2, 0.05];
    const exchanged = differences.map((difference) => -difference);
    expect(wilcoxonSignedRank(exchanged)).toEqual(wilcoxonSignedRank(differences));
  });

  it('takes differences that differ by rounding only as ties', () => {
    const ties = wilcoxonSignedRank([0.3 - 0.2, 0.2 - 0.1, -(0.4 - 0.3)]);
    expect(ties.statistic).toBe(2);
  });

  it('throws for a pair without a value', () => {
    expect(() => wilcoxonSignedRank([0.1, NaN])).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: '`differences[1]` must be a finite number; got NaN. Leave out pairs without a value.',
      }),
    );
  });

  it.each(golden.wilcoxon.map((one) => [one.differences.length, one] as const))(
    'equals scipy on %i differences',
    (_, { differences, statistic, pValue }) => {
      const ours = wilcoxonSignedRank(differences);
      expect(ours.statistic).toBe(statistic);
      // scipy computes the exact distribution in integers, this in halves: 12 digits agree.
      expect(Math.abs(ours.pValue / pValue - 1)).toBeLessThan(1e-12);
    },
  );
});
