import { binomialTail } from '../distributions/binomialTail.js';
import { normalTail } from '../distributions/normalTail.js';
import { MetricsError } from '../errors.js';

export interface McnemarCounts {
  /** Items that only the first run answered right. */
  readonly onlyFirst: number;
  /** Items that only the second run answered right. */
  readonly onlySecond: number;
}

export interface McnemarResult extends McnemarCounts {
  /** Two-sided, by the binomial distribution; in `[0, 1]`. */
  readonly exactPValue: number;
  /** `(|onlyFirst - onlySecond| - 1)^2 / (onlyFirst + onlySecond)`, with the correction for continuity. */
  readonly chiSquare: number;
  /** Of `chiSquare`, with one degree of freedom; an approximation of `exactPValue` for large counts. */
  readonly chiSquarePValue: number;
}

/**
 * McNemar's test: whether two runs answer the same items right equally often. It takes items as independent, which
 * clips of one speaker are not: its p-value is too small, and Wilcoxon's test over speakers is the one to quote.
 *
 * @throws {SerError} `invalid-option`
 * @see statsmodels.stats.contingency_tables.mcnemar with `exact=True`, and with `exact=False, correction=True`
 *
 * @example
 * mcnemar({ onlyFirst: 2, onlySecond: 10 }).exactPValue; // 0.03857421875
 */
export function mcnemar({ onlyFirst, onlySecond }: McnemarCounts): McnemarResult {
  checkCount('onlyFirst', onlyFirst);
  checkCount('onlySecond', onlySecond);
  const n = onlyFirst + onlySecond;
  const chiSquare = n === 0 ? 0 : (Math.abs(onlyFirst - onlySecond) - 1) ** 2 / n;
  return {
    onlyFirst,
    onlySecond,
    exactPValue: Math.min(1, 2 * binomialTail(Math.min(onlyFirst, onlySecond), n)),
    chiSquare,
    chiSquarePValue: 2 * normalTail(Math.sqrt(chiSquare)),
  };
}

function checkCount(name: string, count: number): void {
  if (Number.isInteger(count) && count >= 0) return;
  throw new MetricsError('invalid-option', `\`${name}\` must be a whole number >= 0, got \`${count}\`.`);
}
