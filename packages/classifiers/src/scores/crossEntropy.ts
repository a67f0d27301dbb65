/** A lower probability counts as this one: the smallest number that float32 represents in full precision. */
export const leastProbability = 2 ** -126;

/**
 * Mean cross-entropy of predicted probabilities, in nats.
 *
 * @param probabilities row-major, `[n, nClasses]`
 * @param targets row-major, `[n, nClasses]`
 */
export function crossEntropyOf(
  probabilities: ArrayLike<number>,
  targets: ArrayLike<number>,
  nExamples: number,
): number {
  let sum = 0;
  for (let i = 0; i < targets.length; i++) {
    if (targets[i] !== 0) sum -= targets[i]! * Math.log(Math.max(probabilities[i]!, leastProbability));
  }
  return sum / nExamples;
}
