export interface TargetOptions {
  /**
   * Share that is spread evenly over all classes, in [0, 1).
   *
   * @default 0
   */
  readonly labelSmoothing?: number | undefined;
  /**
   * What the row of each class sums to.
   *
   * @default 1
   */
  readonly classWeights?: readonly number[] | undefined;
}

/**
 * What a network should say of examples, row-major `[n, nClasses]`: 1 for the class and 0 for the others, smoothed and
 * weighted. Cross-entropy is linear in its target, so that an example's weight may stand in it.
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
