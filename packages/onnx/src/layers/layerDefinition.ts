import type { Tensor } from '../graph/tensor.js';
import type { LayerNode } from '../network/layerNode.js';
import type { Scope } from './scope.js';

/** What a layer leaves in the graph: its output, and how to go back. */
export interface LayerOutput {
  readonly output: Tensor;
  /**
   * Emits the backward pass: takes the gradient of the output, of the output's shape and layout, registers the
   * gradients of the weights with the scope, and returns the gradient of each input in the input's layout;
   * `undefined` where the scope says that none is needed.
   */
  readonly backward: (gradient: Tensor) => readonly (Tensor | undefined)[];
}

/** How one kind of Keras layer becomes ONNX. A registry holds them all, and a gradient check for each. */
export interface LayerDefinition {
  /** Class names in the model's JSON that this definition serves. */
  readonly classNames: readonly string[];
  /**
   * Emits the forward pass. In a training graph `scope.training` is true.
   *
   * @throws {SerError} `unsupported-option` for a setting of the layer that it cannot express
   */
  build(layer: LayerNode, inputs: readonly Tensor[], scope: Scope): LayerOutput;
}
