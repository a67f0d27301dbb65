import { checkLabels } from '../checkLabels.js';
import { MetricsError } from '../errors.js';
import type { Outcome } from '../types.js';

/** Refuses two outcomes that are not about the same items in the same order. */
export function checkSameItems(first: Outcome, second: Outcome): void {
  checkLabels(first);
  checkLabels(second);
  const nItems = first.actual.length;
  const isSame = first.nClasses === second.nClasses && nItems === second.actual.length;
  const differing = Array.from(first.actual).findIndex((label, item) => label !== second.actual[item]);
  if (isSame && differing < 0) return;
  const what = isSame
    ? `item ${differing} is of class ${first.actual[differing]} in one and ${second.actual[differing]} in the other`
    : `${nItems} items of ${first.nClasses} classes, and ${second.actual.length} of ${second.nClasses}`;
  throw new MetricsError(
    'different-items',
    `\`first\` and \`second\` must be about the same items in the same order, got ${what}.`,
  );
}
