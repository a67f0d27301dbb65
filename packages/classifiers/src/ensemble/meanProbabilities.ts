/**
 * The mean of what several classifiers say of the same clips.
 *
 * @param all row-major `[nClips, nClasses]` of each classifier
 * @param weights how much each of them counts, above 0; their sum does not matter. @default 1 for each
 * @returns row-major `[nClips, nClasses]`; of one classifier its own
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
  return first!.map((_, i) => all.reduce((sum, own, member) => sum + weights[member]! * own[i]!, 0) / total);
}
