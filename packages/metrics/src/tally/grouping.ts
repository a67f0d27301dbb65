import { MetricsError } from '../errors.js';

/** Which item belongs to which group. */
export interface Grouping {
  /** The name of each group, sorted, so that the order of the items does not matter. */
  readonly names: readonly string[];
  /** The group of each item, an index into `names`. */
  readonly groupOf: Int32Array;
}

/**
 * @param groups the name of the group of each item
 * @throws {SerError} `length-mismatch` unless there is one for each of `nItems`
 */
export function groupItems(groups: readonly string[], nItems: number): Grouping {
  if (groups.length !== nItems) {
    throw new MetricsError(
      'length-mismatch',
      `\`groups\` must have one group (the speaker) for each of the ${nItems} items; got ${groups.length}.`,
    );
  }
  const names = [...new Set(groups)].sort();
  const indices = new Map(names.map((name, index) => [name, index]));
  return { names, groupOf: Int32Array.from(groups, (group) => indices.get(group)!) };
}

/** All items in one group. */
export function oneGroup(nItems: number): Grouping {
  return { names: ['all'], groupOf: new Int32Array(nItems) };
}

/** The items of each group, in their order. */
export function itemsByGroup({ names, groupOf }: Grouping): readonly (readonly number[])[] {
  const items = names.map((): number[] => []);
  groupOf.forEach((group, item) => items[group]!.push(item));
  return items;
}
