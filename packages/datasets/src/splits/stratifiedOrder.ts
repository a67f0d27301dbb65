import { groupBy } from './groupBy.js';
import type { RandomSource } from './randomSource.js';
import { shuffled } from './randomSource.js';

/**
 * A random order whose every beginning holds each stratum in its share of the whole, off by less than one
 * item; with two strata by at most a half, so that any stretch cut from it is off by at most one.
 *
 * @see Tijdeman, 1980, The chairman assignment problem, Discrete Mathematics 32,
 *   https://doi.org/10.1016/0012-365X(80)90269-1
 */
export function stratifiedOrder<T>(
  items: readonly T[],
  stratumOf: (item: T) => string,
  random: RandomSource,
): readonly T[] {
  return interleaved(shuffled(groupBy(items, stratumOf), random).map((members) => shuffled(members, random)));
}

/** Merges orders into one whose every beginning holds a beginning of each, in its share of the whole. */
export function interleaved<T>(strata: readonly (readonly T[])[]): readonly T[] {
  const sizes = strata.map(({ length }) => length);
  const placed = strata.map(() => 0);
  return strata.flat().map((_, i) => {
    const next = mostUrgent(sizes, placed, i + 1);
    return strata[next]![placed[next]!++]!;
  });
}

/** Of the strata that may stand at `position` (from 1) without running ahead, the one soonest to fall behind. */
function mostUrgent(sizes: readonly number[], placed: readonly number[], position: number): number {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const steps = 2 * Math.max(sizes.length, 2) - 2;
  let urgent = -1;
  let soonest = Infinity;
  sizes.forEach((size, i) => {
    const behind = steps * (size * position - placed[i]! * total); // in units of 1 / (steps * total) item, so exact
    const slack = ((steps - 1) * total - behind) / size;
    if (behind >= total && slack < soonest) {
      urgent = i;
      soonest = slack;
    }
  });
  return urgent;
}
