/** The mean and the deviation of a target. */
export interface Scale {
  readonly mean: number;
  /** 1 for a target that is the same for all examples. */
  readonly deviation: number;
}

/** The targets with mean 0 and deviation 1, and the scale of each. */
export function standardized(
  targets: Float32Array,
  nTargets: number,
): { readonly values: Float32Array; readonly scales: readonly Scale[] } {
  const nRows = targets.length / nTargets;
  const scales = Array.from({ length: nTargets }, (_, t): Scale => {
    let [sum, squares] = [0, 0];
    for (let i = t; i < targets.length; i += nTargets) sum += targets[i]! / nRows;
    for (let i = t; i < targets.length; i += nTargets) squares += (targets[i]! - sum) ** 2 / nRows;
    return { mean: sum, deviation: squares > 0 ? Math.sqrt(squares) : 1 };
  });
  const values = targets.map((value, i) => {
    const { mean, deviation } = scales[i % nTargets]!;
    return (value - mean) / deviation;
  });
  return { values, scales };
}

/** A linear function of a standardized target, in the unit of the target. */
export function rescaled(weights: Float32Array, bias: number, { mean, deviation }: Scale) {
  return { weights: weights.map((weight) => weight * deviation), bias: bias * deviation + mean };
}
