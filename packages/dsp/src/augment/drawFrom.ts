import type { RandomStream } from '@ser/core';
import type { Range } from './range.js';

/** The fixed value, or one drawn uniformly from `low` (included) to `high` (excluded). */
export function drawFrom(range: Range, random: RandomStream): number {
  return typeof range === 'number' ? range : random.uniform(...range);
}
