/** What the targets of training are, besides the classes. */
export interface TargetOptions {
  /**
   * Share of each target that is spread evenly over all classes, in [0, 1).
   *
   * @default 0
   */
  readonly labelSmoothing?: number | undefined;
  /**
   * Sum of the target row for each class.
   *
   * @default 1 for every class
   */
  readonly classWeights?: readonly number[] | undefined;
}

/**
 * Target probabilities of examples, row-major `[n, nClasses]`: 1 for the class and 0 for the others, smoothed and
 * weighted. Cross-entropy is linear in its targets, so an example's weight may be part of them.
 */
export function targetsOf(
  y: Int32Array,
  nClasses: number,
  { labelSmoothing = 0, classWeights }: TargetOptions = {},
): Float32Array {
  const targets = new Float32Array(y.length * nClasses);
  y.forEach((label, row) => {
    const weight = classWeights?.[label] ?? 1;
    targets.fill((weight * labelSmoothing) / nClasses, row * nClasses, (row + 1) * nClasses);
    targets[row * nClasses + label] = weight * (1 - labelSmoothing + labelSmoothing / nClasses);
  });
  return targets;
}
