import { requireInteger } from '@ser/core';
import { binomialTail } from '../distributions/binomialTail.js';
import { normalTail } from '../distributions/normalTail.js';

export interface McnemarCounts {
  /** Items that only the first run predicts correctly. */
  readonly onlyFirst: number;
  /** Items that only the second run predicts correctly. */
  readonly onlySecond: number;
}

export interface McnemarResult extends McnemarCounts {
  /** Two-sided, by the binomial distribution; in `[0, 1]`. */
  readonly exactPValue: number;
  /** `(|onlyFirst - onlySecond| - 1)^2 / (onlyFirst + onlySecond)`, with continuity correction. */
  readonly chiSquare: number;
  /** Of `chiSquare`, with one degree of freedom; approximates `exactPValue` for large counts. */
  readonly chiSquarePValue: number;
}

/**
 * McNemar's test: whether two runs predict equally many of the same items correctly. It assumes independent items, which
 * clips of one speaker are not, so its p-value is too small: report Wilcoxon's test over speakers instead.
 *
 * @throws {SerError} `invalid-option`
 * @see statsmodels.stats.contingency_tables.mcnemar with `exact=True`, and with `exact=False, correction=True`
 *
 * @example
 * mcnemar({ onlyFirst: 2, onlySecond: 10 }).exactPValue; // 0.03857421875
 */
export function mcnemar({ onlyFirst, onlySecond }: McnemarCounts): McnemarResult {
  requireInteger('onlyFirst', onlyFirst, { min: 0 });
  requireInteger('onlySecond', onlySecond, { min: 0 });
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
