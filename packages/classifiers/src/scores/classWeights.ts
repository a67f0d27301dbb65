/** `'balanced'`, or one number of at least 0 per class. */
export type ClassWeights = 'balanced' | readonly number[];

/**
 * The weight of an example of each class. With `'balanced'`, the weights of the examples of a class sum to the same
 * number for every class that occurs, and the mean weight of all examples is 1.
 *
 * @param y class of each example
 * @see sklearn.utils.class_weight.compute_class_weight,
 *   https://scikit-learn.org/stable/modules/generated/sklearn.utils.class_weight.compute_class_weight.html
 */
export function classWeightsOf(
  weights: ClassWeights | undefined,
  y: Int32Array,
  nClasses: number,
): readonly number[] {
  if (weights !== undefined && weights !== 'balanced') return weights;
  if (weights === undefined) return Array.from({ length: nClasses }, () => 1);
  const counts = Array.from({ length: nClasses }, () => 0);
  for (const label of y) counts[label]!++;
  const nPresent = counts.filter((count) => count > 0).length;
  return counts.map((count) => (count > 0 ? y.length / (nPresent * count) : 1));
}
