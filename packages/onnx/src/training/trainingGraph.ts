import type { DropoutMask } from '../layers/graphScope.js';
import type { WeightNode } from '../network/layerNode.js';

/** An input of a training graph with new data for each step. */
export interface GraphInput {
  readonly name: string;
  readonly elementType: 'float' | 'int32';
  /** `'N'` is the batch size, which may change from step to step. */
  readonly shape: readonly ('N' | number)[];
}

/** A weight that the step changes: pass `output` of one step as `input` of the next. */
export interface TrainedWeight {
  readonly input: string;
  readonly output: string;
  /** The weight in the model, with its initial values. */
  readonly weight: WeightNode;
}

/** A value that the optimizer keeps from step to step, such as a momentum. */
export interface OptimizerState {
  readonly input: string;
  readonly output: string;
  readonly shape: readonly number[];
  /** The initial value of every element. */
  readonly initial: number;
}

/** One training step as an ONNX file, with its inputs and outputs. */
export interface TrainingGraph {
  /** The `.onnx` file. It contains the weights that are not trained. */
  readonly bytes: Uint8Array;
  /** Examples, `[N, ...inputShape]`. */
  readonly input: GraphInput;
  /** The targets: `[N, nOutputs]`, or int32 class indices `[N]` for the sparse loss. */
  readonly target: GraphInput;
  /** Weight of each example, `[N]`; only with the option `sampleWeights`. */
  readonly sampleWeight?: GraphInput;
  /** Dropout masks; draw them for each step. */
  readonly masks: readonly DropoutMask[];
  /** Float inputs of shape `[]`: `learningRate` and, if the optimizer uses it, `step`, counted from 1. */
  readonly scalars: readonly ('learningRate' | 'step')[];
  readonly weights: readonly TrainedWeight[];
  readonly state: readonly OptimizerState[];
  /** Name of an output of shape `[]`: the mean loss of the batch before the step, penalties included. */
  readonly loss: string;
  /** Name of an output `[N, nOutputs]`: the prediction before the step, with dropout and batch statistics. */
  readonly probabilities: string;
  /** Outputs of shape `[]`, means over the batch. */
  readonly metrics: readonly { readonly metric: Metric; readonly output: string }[];
}

/** What a training graph can measure in addition to the loss. */
export type Metric = 'accuracy';
