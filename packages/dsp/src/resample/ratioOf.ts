import { DspError } from '../errors.js';
import { requireQuality } from './lowPass.js';
import type { RateConversion } from './rateConversion.js';
import type { Ratio } from './resampler.js';

/** Largest ratio of two sample rates. */
const maxRatio = 256;

/**
 * The ratio of two sample rates in lowest terms.
 *
 * @throws {SerError} `invalid-option`
 */
export function ratioOf({ from, to, quality = 'high' }: RateConversion): Ratio {
  if (![from, to].every((rate) => Number.isInteger(rate) && rate >= 1)) {
    throw new DspError(
      'invalid-option',
      `Sample rates must be integer numbers of Hz, at least 1; got ${from} Hz to ${to} Hz.`,
    );
  }
  if (to > maxRatio * from || from > maxRatio * to) {
    throw new DspError(
      'invalid-option',
      `Sample rates must be within a factor of ${maxRatio} of each other; got ${from} Hz to ${to} Hz. Check both.`,
    );
  }
  requireQuality(quality);
  const divisor = greatestCommonDivisor(from, to);
  return { up: to / divisor, down: from / divisor, quality };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
