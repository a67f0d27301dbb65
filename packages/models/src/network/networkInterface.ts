import type { LayersModel } from '@tensorflow/tfjs-layers';
import { ModelError } from '../errors.js';

/** The shapes of a model's input and output, without the batch axis. */
export interface NetworkInterface {
  readonly inputShape: readonly number[];
  readonly nClasses: number;
}

/**
 * Reads the shapes of a model, and checks that it is a classifier of examples of one fixed shape.
 *
 * @throws {SerError} `invalid-network`
 */
export function networkInterface(model: LayersModel): NetworkInterface {
  const input = model.inputs.length === 1 ? model.inputs[0]!.shape.slice(1) : [];
  const output = model.outputs.length === 1 ? model.outputs[0]!.shape.slice(1) : [];
  if (!isFixed(input) || !isFixed(output) || input.length === 0 || output.length !== 1) {
    const shapes = JSON.stringify({ inputs: shapesOf(model.inputs), outputs: shapesOf(model.outputs) });
    throw new ModelError(
      'invalid-network',
      `A classifier must have one input of fixed shape and one output [n, nClasses]; got ${shapes}.`,
    );
  }
  return { inputShape: input, nClasses: output[0]! };
}

function isFixed(shape: readonly (number | null)[]): shape is number[] {
  return shape.every((size) => size !== null);
}

function shapesOf(tensors: readonly { readonly shape: unknown }[]): unknown[] {
  return tensors.map(({ shape }) => shape);
}
