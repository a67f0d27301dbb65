import { normalTail } from '../distributions/normalTail.js';
import { MetricsError } from '../errors.js';

export interface WilcoxonResult {
  /** The smaller of the sums of ranks of rises and of falls. */
  readonly statistic: number;
  /** Chance, in `[0, 1]`, of differences as lopsided as these if neither side were better; two-sided. */
  readonly pValue: number;
  /** Whether all ways to give signs to the ranks were counted, or the normal distribution stands for them. */
  readonly method: 'exact' | 'normal';
  /** How many differences are not 0; those that are say nothing and are left out. */
  readonly nDifferences: number;
}

/**
 * Wilcoxon's signed-rank test, two-sided: whether paired figures differ, such as the UAR of two models on each speaker.
 * It asks for independent pairs, which speakers are and clips are not.
 *
 * As scipy's `method='auto'`: exact for up to 50 differences without zeros and ties, and for up to 13 with them;
 * otherwise the normal distribution with the correction for ties, none for continuity. Unlike scipy, differences within
 * 1e-12 are ties (figures such as 0.3 - 0.2 and 0.2 - 0.1 differ by rounding), and without any difference the p-value
 * is 1.
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
  const rises = ranks.reduce((sum, rank, i) => (signed[i]! > 0 ? sum + rank : sum), 0);
  const statistic = Math.min(rises, all - rises);
  const isPlain = tieSizes.length === ranks.length && signed.length === differences.length;
  const isExact = signed.length === 0 || differences.length <= (isPlain ? 50 : 13);
  const pValue = isExact ? exactPValue(ranks, statistic) : normalPValue(ranks.length, tieSizes, statistic);
  return { statistic, pValue, method: isExact ? 'exact' : 'normal', nDifferences: ranks.length };
}

function checkFinite(differences: readonly number[]): void {
  const pair = differences.findIndex((difference) => !Number.isFinite(difference));
  if (pair < 0) return;
  throw new MetricsError(
    'invalid-option',
    `\`differences\` must be finite, got \`${differences[pair]}\` of pair ${pair}. Leave out pairs that lack a figure.`,
  );
}

/** The rank of each magnitude from 1, ties sharing their mean, and how many share each rank. */
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

/** Counts the ways to give signs to the ranks by the sum that they make; doubled, because ties have halves. */
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
