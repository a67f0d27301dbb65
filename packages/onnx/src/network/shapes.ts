import { OnnxError } from '../errors.js';
import type { KerasShape, LayerLike } from './layersModelLike.js';
import type { LayerJson } from './modelJson.js';

/** Shape of one example of the model's input, from its first layer. */
export function inputShape(json: LayerJson): readonly number[] {
  const shape = json.config.batch_input_shape;
  if (!Array.isArray(shape)) {
    throw new OnnxError(
      'unsupported-model',
      "The shape of the model's input is missing. Give its first layer an inputShape.",
    );
  }
  return exampleShape(shape as KerasShape, String(json.config.name));
}

/** Shape of one example of a layer's output for examples of these shapes. */
export function outputShape(
  layer: LayerLike,
  inputShapes: readonly (readonly number[])[],
): readonly number[] {
  // A batch of 1, not null: TensorFlow.js's Reshape leaves all sizes null if one is.
  const shapes = inputShapes.map((shape): KerasShape => [1, ...shape]);
  const output = layer.computeOutputShape(shapes.length === 1 ? shapes[0]! : shapes);
  if (Array.isArray(output[0])) {
    throw new OnnxError(
      'unsupported-model',
      `Layer "${layer.name}" has several outputs; only layers with one are supported.`,
      { layer: layer.name },
    );
  }
  return exampleShape(output as KerasShape, layer.name);
}

function exampleShape(shape: KerasShape, layer: string): readonly number[] {
  return shape.slice(1).map((size) => {
    if (size !== null) return size;
    const text = shape.map((each) => each ?? 'null').join(', ');
    throw new OnnxError(
      'unsupported-model',
      `Layer "${layer}" has the shape [${text}]; every size except the batch must be fixed. Give the model a fixed inputShape.`,
      { layer },
    );
  });
}
