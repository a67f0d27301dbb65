/** The state that an optimizer keeps from step to step: a vector for each slot, all zeros before the first step. */
export interface Slots {
  read(slot: string): string;
  write(slot: string, value: string): void;
}

/** Scalars of the step that an optimizer may read. */
export interface StepScalars {
  learningRate(): string;
  /** Number of the step, counted from 1. */
  step(): string;
}

/** An optimizer in the graph. */
export interface Optimizer {
  /** The vector to subtract from all weights, for the vector of all gradients. */
  move(gradient: string, slots: Slots): string;
  /** A weight after weight decay, which comes before the move; `undefined` without weight decay. */
  readonly decay?: (weight: string) => string;
}
