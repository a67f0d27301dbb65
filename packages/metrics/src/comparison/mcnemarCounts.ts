import type { Outcome } from '../types.js';
import { checkSameItems } from './checkSameItems.js';
import type { McnemarCounts } from './mcnemar.js';

/**
 * How many items only one of two runs answered right: what McNemar's test takes.
 *
 * @param second about the same items in the same order as `first`
 * @throws {SerError} `different-items` when the runs disagree on what is right; `length-mismatch`, `invalid-class`
 *
 * @example
 * mcnemar(mcnemarCounts(first, second)).exactPValue;
 */
export function mcnemarCounts(first: Outcome, second: Outcome): McnemarCounts {
  checkSameItems(first, second);
  const counts = { onlyFirst: 0, onlySecond: 0 };
  for (let item = 0; item < first.actual.length; item++) {
    const right = first.actual[item];
    const [byFirst, bySecond] = [first.predicted[item] === right, second.predicted[item] === right];
    if (byFirst && !bySecond) counts.onlyFirst++;
    if (bySecond && !byFirst) counts.onlySecond++;
  }
  return counts;
}
