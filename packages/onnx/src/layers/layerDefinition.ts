import type { Tensor } from '../graph/tensor.js';
import type { LayerNode } from '../network/layerNode.js';
import type { Scope } from './scope.js';

/** A layer in the graph: its output and its backward pass. */
export interface LayerOutput {
  readonly output: Tensor;
  /**
   * Emits the backward pass: takes the gradient of the output, in its shape and layout, registers the gradients of
   * the weights with the scope, and returns the gradient of each input in that input's layout, or `undefined` where
   * the scope does not need one.
   */
  readonly backward: (gradient: Tensor) => readonly (Tensor | undefined)[];
}

/** How one kind of Keras layer becomes ONNX. `layerDefinitions` lists them all. */
export interface LayerDefinition {
  /** Class names in the model's JSON that this definition covers. */
  readonly classNames: readonly string[];
  /**
   * Emits the forward pass. In a training graph `scope.training` is true.
   *
   * @throws {SerError} `unsupported-option` for a setting of the layer that is not supported
   */
  build(layer: LayerNode, inputs: readonly Tensor[], scope: Scope): LayerOutput;
}
