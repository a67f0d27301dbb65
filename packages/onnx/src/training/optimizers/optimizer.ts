/** What an optimiser keeps from step to step: for each slot a vector, 0 everywhere before the first step. */
export interface Slots {
  read(slot: string): string;
  write(slot: string, value: string): void;
}

/** What an optimiser may read of the step, as scalars. */
export interface StepScalars {
  learningRate(): string;
  /** Number of the step, counted from 1. */
  step(): string;
}

/** An optimiser in the graph. */
export interface Optimizer {
  /** The vector to take off all weights, given the vector of all gradients. */
  move(gradient: string, slots: Slots): string;
  /** What a weight shrinks to before the move; nothing where it does not. */
  readonly decay?: (weight: string) => string;
}
