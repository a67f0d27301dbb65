import type { GraphBuilder } from '../../graph/graphBuilder.js';
import type { ElementwiseActivation } from '../elementwiseActivations.js';

/** The parts of a cell. */
export interface CellParts {
  readonly graph: GraphBuilder;
  readonly units: number;
  /** Name of the recurrent kernel, `[units, nGates * units]`. */
  readonly recurrentKernel: string;
  readonly activation: ElementwiseActivation;
  /** Activation of the gates; a cell without gates does not use it. */
  readonly recurrentActivation: ElementwiseActivation;
}

/**
 * One step of a recurrent layer, forward and backward. Work that does not depend on the previous step is done for all
 * steps at once, outside the loops: the projection of the input, `factors`, and the gradients of the weights.
 *
 * `Kept` names the values that a step keeps for the backward pass, `Factor` those that each backward step reads.
 */
export interface RecurrentCell<Kept extends string, Factor extends string> {
  /** Number of states `[N, units]` that pass from step to step; the first is the output. */
  readonly nStates: number;
  /** Emits one step; `projection` is the step's input times the kernel plus the bias. */
  step(body: GraphBuilder, projection: string, states: readonly string[]): CellStep<Kept>;
  /** Emits, for all steps at once, the factors of the backward steps. */
  factors(kept: Readonly<Record<Kept, string>>): Readonly<Record<Factor, string>>;
  /** Emits one backward step: from the gradients of the states after it to those of the states before it and of the projection. */
  stepBack(
    body: GraphBuilder,
    gradients: readonly string[],
    factors: Readonly<Record<Factor, string>>,
  ): CellGradients;
  /** Gradient of the recurrent kernel, from the kept sequences and the gradient of the projection, both `[T, N, …]`. */
  recurrentGradient(kept: Readonly<Record<Kept, string>>, projection: string): string;
}

/** The results of one step. */
export interface CellStep<Kept extends string> {
  readonly states: readonly string[];
  readonly kept: Readonly<Record<Kept, string>>;
}

/** The results of one backward step. */
export interface CellGradients {
  readonly states: readonly string[];
  readonly projection: string;
}

/** Makes the cell of one layer. */
export type CellFactory<Kept extends string, Factor extends string> = (
  parts: CellParts,
) => RecurrentCell<Kept, Factor>;
