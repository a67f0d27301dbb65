import { type IntegerSource, shuffled } from '@ser/core';
import { groupBy } from './groupBy.js';

/**
 * A random order in which the first n items, for every n, contain each stratum in proportion, to within less than one
 * item. With two strata, the error is at most half an item, so any range has an error of at most one.
 *
 * @see Tijdeman, 1980, The chairman assignment problem, Discrete Mathematics 32,
 *   https://doi.org/10.1016/0012-365X(80)90269-1
 */
export function stratifiedOrder<T>(
  items: readonly T[],
  stratumOf: (item: T) => string,
  random: IntegerSource,
): readonly T[] {
  return interleaved(shuffled(groupBy(items, stratumOf), random).map((members) => shuffled(members, random)));
}

/** Merges lists into one in which the first n items, for every n, contain the lists in proportion and in order. */
export function interleaved<T>(strata: readonly (readonly T[])[]): readonly T[] {
  const sizes = strata.map(({ length }) => length);
  const placed = strata.map(() => 0);
  return strata.flat().map((_, i) => {
    const next = mostUrgent(sizes, placed, i + 1);
    return strata[next]![placed[next]!++]!;
  });
}

/** Of the strata that may come at `position` (from 1) without exceeding their share, the one that must come soonest. */
function mostUrgent(sizes: readonly number[], placed: readonly number[], position: number): number {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const steps = 2 * Math.max(sizes.length, 2) - 2;
  let urgent = -1;
  let soonest = Infinity;
  sizes.forEach((size, i) => {
    const behind = steps * (size * position - placed[i]! * total); // in integer units of 1 / (steps * total) item, so exact
    const slack = ((steps - 1) * total - behind) / size;
    if (behind >= total && slack < soonest) {
      urgent = i;
      soonest = slack;
    }
  });
  return urgent;
}
