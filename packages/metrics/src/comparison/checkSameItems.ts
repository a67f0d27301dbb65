import { checkLabels } from '../outcome/checkLabels.js';
import { MetricsError } from '../errors.js';
import type { Outcome } from '../outcome/outcome.js';

/** @throws {SerError} `different-items` unless both outcomes are about the same items in the same order */
export function checkSameItems(first: Outcome, second: Outcome): void {
  checkLabels(first);
  checkLabels(second);
  const nItems = first.actual.length;
  const isSame = first.nClasses === second.nClasses && nItems === second.actual.length;
  const differing = Array.from(first.actual).findIndex((label, item) => label !== second.actual[item]);
  if (isSame && differing < 0) return;
  const what = isSame
    ? `item ${differing} with class ${first.actual[differing]} in the first and ${second.actual[differing]} in the second`
    : `${nItems} items of ${first.nClasses} classes and ${second.actual.length} items of ${second.nClasses} classes`;
  throw new MetricsError(
    'different-items',
    `\`first\` and \`second\` must be about the same items in the same order; got ${what}.`,
  );
}
