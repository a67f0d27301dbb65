import type { layers } from '@tensorflow/tfjs-layers';
import { ModelError } from '../errors.js';
import type { HdfDataset } from './hdfGroup.js';

/** A layer in a file. */
export interface StoredLayer {
  /** Name of the layer in the file. */
  readonly name: string;
  /** Weights in the order of Keras: trainable ones first. */
  readonly weights: readonly HdfDataset[];
}

/** A layer of a model and its counterpart in a file. */
export interface LayerPair {
  readonly layer: layers.Layer;
  readonly stored: StoredLayer;
}

/** @throws {SerError} `invalid-model-files` when number, shape, or type of the weights differ */
export function checkPair({ layer, stored }: LayerPair): void {
  const expected = layer.weights.map(({ shape }) => shape);
  const found = stored.weights.map(({ shape }) => shape);
  if (JSON.stringify(expected) !== JSON.stringify(found)) {
    throw mismatch(
      `The weights of the layer \`${layer.name}\` must have the shapes ${shapesText(expected)}; the layer \`${stored.name}\` ` +
        `of the file has ${shapesText(found)}.${hint(stored, expected)}`,
    );
  }
  if (stored.weights.some(({ values }) => values === undefined)) {
    throw mismatch(
      `The weights of the layer \`${stored.name}\` of the file must be float32 or float64. Save them in Keras as float32.`,
    );
  }
}

/** The layers with weights of a model, in order. */
export function weighted(model: { readonly layers: readonly layers.Layer[] }): readonly layers.Layer[] {
  return model.layers.filter(({ weights }) => weights.length > 0);
}

/** The error of a file with another architecture. */
export function mismatch(message: string): ModelError {
  return new ModelError('invalid-model-files', message);
}

function hint({ weights }: StoredLayer, expected: readonly (readonly unknown[])[]): string {
  const resetAfter = weights.some(({ shape }, i) => shape.length === 2 && expected[i]?.length === 1);
  if (!resetAfter) return ' Build the network with the architecture of the file.';
  return ' A GRU of Keras has a second bias unless it was created with `reset_after=False`, which TensorFlow.js requires.';
}

function shapesText(shapes: readonly (readonly unknown[])[]): string {
  return shapes.map((shape) => `[${shape.join(', ')}]`).join(', ') || 'none';
}
