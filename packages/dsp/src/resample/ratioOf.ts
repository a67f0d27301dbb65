import { DspError } from '../errors.js';
import { requireQuality } from './lowPass.js';
import type { ResamplePlanOptions } from './resamplePlan.js';
import type { Ratio } from './resampler.js';

/**
 * The ratio of two sample rates in lowest terms.
 *
 * @throws {SerError} `invalid-option` for a rate or quality out of bounds
 */
export function ratioOf({ from, to, quality = 'high' }: ResamplePlanOptions): Ratio {
  requireRates(from, to);
  requireQuality(quality);
  const divisor = greatestCommonDivisor(from, to);
  return { up: to / divisor, down: from / divisor, quality };
}

function requireRates(from: number, to: number): void {
  for (const rate of [from, to]) {
    if (Number.isInteger(rate) && rate >= 1) continue;
    throw new DspError(
      'invalid-option',
      `Expected sample rates to be whole numbers of Hz >= 1, got \`${rate}\` in ${from} Hz to ${to} Hz.`,
    );
  }
  if (to > 256 * from || from > 256 * to) {
    throw new DspError(
      'invalid-option',
      `Expected sample rates within a factor of 256 of each other, got ${from} Hz to ${to} Hz. Check both.`,
    );
  }
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
