import type { GraphBuilder } from '../../graph/graphBuilder.js';
import type { ElementwiseActivation } from '../elementwiseActivations.js';

/** What a cell is made of. */
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
 * One step of a recurrent layer, forward and back. Whatever does not wait for the step before is done for all steps
 * at once: the input's projection before the loop, `factors` and the gradients of the weights between and after.
 *
 * `Kept` names the values that a step keeps for the way back, `Factor` what each step back takes.
 */
export interface RecurrentCell<Kept extends string, Factor extends string> {
  /** Tensors `[N, units]` handed from step to step; the first is the output. */
  readonly nStates: number;
  /** Emits one step; `projection` is the step's input times the kernel plus the bias. */
  step(body: GraphBuilder, projection: string, states: readonly string[]): CellStep<Kept>;
  /** Emits, for all steps at once, what the steps back multiply with. */
  factors(kept: Readonly<Record<Kept, string>>): Readonly<Record<Factor, string>>;
  /** Emits one step back: from the gradients of the states after it to those before it and of the projection. */
  stepBack(
    body: GraphBuilder,
    gradients: readonly string[],
    factors: Readonly<Record<Factor, string>>,
  ): CellGradients;
  /** Gradient of the recurrent kernel from the sequences kept and the projection's gradient, both `[T, N, …]`. */
  recurrentGradient(kept: Readonly<Record<Kept, string>>, projection: string): string;
}

export interface CellStep<Kept extends string> {
  readonly states: readonly string[];
  readonly kept: Readonly<Record<Kept, string>>;
}

export interface CellGradients {
  readonly states: readonly string[];
  readonly projection: string;
}

/** Makes the cell of one layer. */
export type CellFactory<Kept extends string, Factor extends string> = (
  parts: CellParts,
) => RecurrentCell<Kept, Factor>;
