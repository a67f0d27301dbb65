import type { Outcome } from '../outcome/outcome.js';
import { checkSameItems } from './checkSameItems.js';
import type { McnemarCounts } from './mcnemar.js';

/**
 * How many items only one of two runs predicts correctly: the input of McNemar's test.
 *
 * @param second about the same items in the same order as `first`
 * @throws {SerError} `different-items` when the true classes of the runs differ; `length-mismatch`, `invalid-class`
 *
 * @example
 * mcnemar(mcnemarCounts(first, second)).exactPValue;
 */
export function mcnemarCounts(first: Outcome, second: Outcome): McnemarCounts {
  checkSameItems(first, second);
  const counts = { onlyFirst: 0, onlySecond: 0 };
  for (let item = 0; item < first.actual.length; item++) {
    const truth = first.actual[item];
    const [byFirst, bySecond] = [first.predicted[item] === truth, second.predicted[item] === truth];
    if (byFirst && !bySecond) counts.onlyFirst++;
    if (bySecond && !byFirst) counts.onlySecond++;
  }
  return counts;
}
