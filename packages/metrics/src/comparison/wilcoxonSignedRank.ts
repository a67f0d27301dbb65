import { invalidOption } from '@ser/core';
import { normalTail } from '../distributions/normalTail.js';

export interface WilcoxonResult {
  /** The smaller of the rank sums of positive and of negative differences. */
  readonly statistic: number;
  /** Probability, in `[0, 1]`, of differences at least this one-sided if neither side were better; two-sided. */
  readonly pValue: number;
  /** Whether the p-value is exact or from the normal approximation. */
  readonly method: 'exact' | 'normal';
  /** Number of differences other than 0; zeros are left out. */
  readonly nDifferences: number;
}

/**
 * Wilcoxon's signed-rank test, two-sided: whether paired values differ, such as the UAR of two models on each speaker.
 * It needs independent pairs, which speakers are and clips are not.
 *
 * As scipy's `method='auto'`: exact for up to 50 differences without zeros and ties, and for up to 13 with them;
 * otherwise the normal approximation with tie correction and without continuity correction. Unlike in scipy, differences
 * within 1e-12 are ties (0.3 - 0.2 and 0.2 - 0.1 differ by rounding), and without any difference the p-value is 1.
 *
 * @param differences second minus first of each pair; finite
 * @throws {SerError} `invalid-option` for a difference that is not finite
 * @see https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.wilcoxon.html
 *
 * @example
 * wilcoxonSignedRank([0.1, 0.2, 0.3, 0.4, 0.5]); // { statistic: 0, pValue: 0.0625, method: 'exact', nDifferences: 5 }
 */
export function wilcoxonSignedRank(differences: readonly number[]): WilcoxonResult {
  checkFinite(differences);
  const rounded = differences.map((difference) => Math.round(difference * 1e12) / 1e12);
  const signed = rounded.filter((difference) => difference !== 0);
  const { ranks, tieSizes } = rankMagnitudes(signed);
  const all = ranks.reduce((sum, rank) => sum + rank, 0);
  const positive = ranks.reduce((sum, rank, i) => (signed[i]! > 0 ? sum + rank : sum), 0);
  const statistic = Math.min(positive, all - positive);
  const isPlain = tieSizes.length === ranks.length && signed.length === differences.length;
  const isExact = signed.length === 0 || differences.length <= (isPlain ? 50 : 13);
  const pValue = isExact ? exactPValue(ranks, statistic) : normalPValue(ranks.length, tieSizes, statistic);
  return { statistic, pValue, method: isExact ? 'exact' : 'normal', nDifferences: ranks.length };
}

function checkFinite(differences: readonly number[]): void {
  const pair = differences.findIndex((difference) => !Number.isFinite(difference));
  if (pair < 0) return;
  throw invalidOption(
    `differences[${pair}]`,
    'a finite number',
    differences[pair],
    'Leave out pairs without a value.',
  );
}

/** The rank of each magnitude, from 1; ties share their mean rank. Also how many values share each rank. */
function rankMagnitudes(signed: readonly number[]): { ranks: number[]; tieSizes: number[] } {
  const sorted = signed.map(Math.abs).sort((a, b) => a - b);
  const ties = new Map<number, { first: number; size: number }>();
  sorted.forEach((magnitude, index) => {
    const tie = ties.get(magnitude);
    if (tie) tie.size++;
    else ties.set(magnitude, { first: index + 1, size: 1 });
  });
  const ranks = signed.map((difference) => {
    const { first, size } = ties.get(Math.abs(difference))!;
    return first + (size - 1) / 2;
  });
  return { ranks, tieSizes: [...ties.values()].map(({ size }) => size) };
}

/** Counts the signed rank sums of all sign patterns; sums are doubled, because ranks of ties are half-integers. */
function exactPValue(ranks: readonly number[], statistic: number): number {
  const chances = new Float64Array(2 * ranks.reduce((sum, rank) => sum + rank, 0) + 1);
  chances[0] = 1;
  let greatest = 0;
  for (const rank of ranks) {
    greatest += 2 * rank;
    for (let sum = greatest; sum >= 0; sum--) {
      chances[sum] = (chances[sum]! + (sum >= 2 * rank ? chances[sum - 2 * rank]! : 0)) / 2;
    }
  }
  let tail = 0;
  for (let sum = 0; sum <= 2 * statistic; sum++) tail += chances[sum]!;
  return Math.min(1, 2 * tail);
}

function normalPValue(n: number, tieSizes: readonly number[], statistic: number): number {
  const ties = tieSizes.reduce((sum, size) => sum + size ** 3 - size, 0);
  const variance = (n * (n + 1) * (2 * n + 1) - ties / 2) / 24;
  return 2 * normalTail(((n * (n + 1)) / 4 - statistic) / Math.sqrt(variance));
}
