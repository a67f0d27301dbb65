/**
 * The weighted mean of the probabilities that the members of an ensemble predict for the same examples.
 *
 * @param all the probabilities of each member, row-major `[n, nClasses]`
 * @param weights one weight above 0 per member; only their ratios matter. @default 1 for each
 * @returns row-major `[n, nClasses]`
 *
 * @example
 * meanProbabilities([Float32Array.of(1, 0), Float32Array.of(0.5, 0.5)]); // [0.75, 0.25]
 */
export function meanProbabilities(
  all: readonly Float32Array[],
  weights: readonly number[] = all.map(() => 1),
): Float32Array {
  const [first] = all;
  if (all.length === 1) return first!;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return first!.map((_, i) => all.reduce((sum, one, member) => sum + weights[member]! * one[i]!, 0) / total);
}
