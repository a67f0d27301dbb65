/** The scalars of a step. */
export interface StepScalars {
  readonly learningRate: number;
  /** Number of the step, counted from 1. */
  readonly step: number;
}

/**
 * The update rule of one weight. Its state is in typed arrays, not tensors: on backends that run on the CPU, one pass over
 * typed arrays is faster than a chain of operations.
 */
export interface UpdateRule {
  /** Names of the arrays of the state, with one value per element of the weight, 0 before the first step. */
  readonly slots: readonly string[];
  /**
   * Changes a weight and its slots in place.
   *
   * @param kept one array per slot
   */
  update(
    weight: Float32Array,
    gradient: Float32Array,
    kept: readonly Float32Array[],
    scalars: StepScalars,
  ): void;
}
