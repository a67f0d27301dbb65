import type { ClassCounts } from '../tally/classCounts.js';

/**
 * The classes that occur in `actual` or in `predicted`: scikit-learn's default set of labels, over which averages are
 * computed.
 */
export function occurring(classes: readonly ClassCounts[]): ClassCounts[] {
  return classes.filter(({ support, predicted }) => support + predicted > 0);
}
