import { partition } from './partition.js';

/** The middle value, or the mean of the two in the middle. Reorders the values, of which there is at least one. */
export function median(values: Float64Array): number {
  const half = Math.floor(values.length / 2);
  partition(values, half);
  let upper = Infinity;
  for (let i = half; i < values.length; i++) upper = Math.min(upper, values[i]!);
  if (values.length % 2 === 1) return upper;
  let lower = -Infinity;
  for (let i = 0; i < half; i++) lower = Math.max(lower, values[i]!);
  return (lower + upper) / 2;
}
