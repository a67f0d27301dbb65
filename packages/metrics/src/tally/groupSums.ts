import type { Grouping } from './grouping.js';

/** Sums over the items of each group: `[nGroups, width]`, row-major. */
export interface GroupSums {
  readonly data: Float64Array;
  readonly width: number;
}

/**
 * Sums over the items of each group.
 *
 * @param add adds one item to the sums of its group, which begin at `row`
 */
export function sumByGroup(
  { names, groupOf }: Grouping,
  width: number,
  add: (item: number, sums: Float64Array, row: number) => void,
): GroupSums {
  const data = new Float64Array(names.length * width);
  for (let item = 0; item < groupOf.length; item++) add(item, data, groupOf[item]! * width);
  return { data, width };
}

/** The sums of all groups, each counted as often as its weight. */
export function weightedSum({ data, width }: GroupSums, weights: ArrayLike<number>): Float64Array {
  const sum = new Float64Array(width);
  for (let group = 0; group < weights.length; group++) {
    const weight = weights[group]!;
    if (weight === 0) continue;
    for (let i = 0; i < width; i++) sum[i]! += weight * data[group * width + i]!;
  }
  return sum;
}
