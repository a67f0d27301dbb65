/** One layer of a network, ready to compute. */
export interface Layer {
  /** Shape of the output of one example. */
  readonly outputShape: readonly number[];
  /**
   * @param x row-major, `[nExamples, ...inputShape]`; left unchanged
   * @returns row-major, `[nExamples, ...outputShape]`
   */
  apply(x: Float32Array, nExamples: number): Float32Array;
}

/** A layer that leaves its input as it is, such as dropout in prediction. */
export function identityLayer(outputShape: readonly number[]): Layer {
  return { outputShape, apply: (x) => x };
}
