/** What a rule needs to know of a step. */
export interface StepScalars {
  readonly learningRate: number;
  /** Number of the step, counted from 1. */
  readonly step: number;
}

/**
 * How one weight moves. What is kept from step to step is plain numbers beside the weight, not tensors: one pass over
 * typed arrays is quicker than a chain of operations on any backend that runs on the processor.
 */
export interface UpdateRule {
  /** Names of what is kept, one value for each element of the weight, 0 before the first step. */
  readonly slots: readonly string[];
  /**
   * Changes a weight and its slots in place.
   *
   * @param kept one array for each slot
   */
  update(
    weight: Float32Array,
    gradient: Float32Array,
    kept: readonly Float32Array[],
    scalars: StepScalars,
  ): void;
}
