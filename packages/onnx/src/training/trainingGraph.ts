import type { DropoutMask } from '../layers/graphScope.js';
import type { WeightNode } from '../network/layerNode.js';

/** An input of a training graph that is fed anew for each step. */
export interface GraphInput {
  readonly name: string;
  readonly elementType: 'float' | 'int32';
  /** `'N'` is the batch, which may differ from step to step. */
  readonly shape: readonly ('N' | number)[];
}

/** A weight that the step changes: what comes out under `output` is to be fed as `input` of the next step. */
export interface TrainedWeight {
  readonly input: string;
  readonly output: string;
  /** The weight in the model; its values are the ones to start with. */
  readonly weight: WeightNode;
}

/** A value that the optimiser keeps from step to step, a momentum say. */
export interface OptimizerState {
  readonly input: string;
  readonly output: string;
  readonly shape: readonly number[];
  /** What every element starts with. */
  readonly initial: number;
}

/** One step of training as an ONNX file, and what to feed it and fetch from it. */
export interface TrainingGraph {
  /** The `.onnx` file; weights that are not trained are inside. */
  readonly bytes: Uint8Array;
  /** Examples, `[N, ...inputShape]`. */
  readonly input: GraphInput;
  /** What the model should say: `[N, nOutputs]`, or int32 class indices `[N]` for the sparse loss. */
  readonly target: GraphInput;
  /** Weight of each example, `[N]`; there when asked for. */
  readonly sampleWeight?: GraphInput;
  /** Dropout masks, to be drawn for each step. */
  readonly masks: readonly DropoutMask[];
  /** Float inputs of shape `[]`: `learningRate`, and `step`, counted from 1, where the optimiser asks for it. */
  readonly scalars: readonly ('learningRate' | 'step')[];
  readonly weights: readonly TrainedWeight[];
  readonly state: readonly OptimizerState[];
  /** Name of an output of shape `[]`: mean loss of the batch before the step, penalties included. */
  readonly loss: string;
  /** Name of an output `[N, nOutputs]`: what the model said before the step, with dropout and batch statistics. */
  readonly probabilities: string;
  /** Outputs of shape `[]`, means over the batch. */
  readonly metrics: readonly { readonly metric: Metric; readonly output: string }[];
}

/** What a training graph can measure beside the loss. */
export type Metric = 'accuracy';
