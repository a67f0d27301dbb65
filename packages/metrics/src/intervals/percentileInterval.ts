import type { Interval } from './interval.js';

/**
 * The middle share of resampled figures.
 *
 * @param figures sorted in place
 * @see quantiles as numpy's default (linear)
 */
export function percentileInterval(figures: Float64Array, confidence: number): Interval {
  figures.sort();
  const tail = (1 - confidence) / 2;
  return { low: quantile(figures, tail), high: quantile(figures, 1 - tail) };
}

function quantile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)]!;
  const above = sorted[Math.ceil(position)]!;
  return below + (above - below) * (position - Math.floor(position));
}
