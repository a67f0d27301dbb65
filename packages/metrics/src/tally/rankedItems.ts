import type { Outcome } from '../outcome/outcome.js';
import type { Grouping } from './grouping.js';
import { sortedItems } from './sortedItems.js';

/** The items by rising probability of one class. */
export interface RankedItems {
  readonly nGroups: number;
  /** The group of each item. */
  readonly groups: Int32Array;
  /** 1 for an item of the class. */
  readonly isPositive: Uint8Array;
  /** 1 if the next item is more probable, and for the last item. */
  readonly endsTie: Uint8Array;
}

/** @param probabilities those of `outcome`, checked */
export function rankItems(
  { actual, nClasses }: Outcome,
  probabilities: ArrayLike<number>,
  grouping: Grouping,
  label: number,
): RankedItems {
  const nItems = actual.length;
  const values = new Float64Array(nItems);
  for (let item = 0; item < nItems; item++) values[item] = probabilities[item * nClasses + label]!;
  const items = sortedItems(values);
  const ranked = {
    nGroups: grouping.names.length,
    groups: new Int32Array(nItems),
    isPositive: new Uint8Array(nItems),
    endsTie: new Uint8Array(nItems),
  };
  for (let place = 0; place < nItems; place++) {
    const item = items[place]!;
    ranked.groups[place] = grouping.groupOf[item]!;
    ranked.isPositive[place] = actual[item] === label ? 1 : 0;
    ranked.endsTie[place] = place + 1 < nItems && values[items[place + 1]!] === values[item] ? 0 : 1;
  }
  return ranked;
}
