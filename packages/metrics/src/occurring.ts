import type { ClassCounts } from './tally/classCounts.js';

/**
 * The classes that occur in `actual` or in `predicted`, which is scikit-learn's default set of labels. A class that
 * occurs in neither says nothing about the answers, and no average counts it.
 */
export function occurring(classes: readonly ClassCounts[]): ClassCounts[] {
  return classes.filter(({ support, answered }) => support + answered > 0);
}
