import type { layers } from '@tensorflow/tfjs-layers';
import { ModelError } from '../errors.js';
import type { HdfDataset } from './hdfGroup.js';

/** The weights of a layer as a file has them. */
export interface StoredLayer {
  /** What the file calls the layer. */
  readonly name: string;
  /** In the order of Keras: trainable ones first. */
  readonly weights: readonly HdfDataset[];
}

/** A layer of a model and what a file has for it. */
export interface LayerPair {
  readonly layer: layers.Layer;
  readonly stored: StoredLayer;
}

/** @throws {SerError} `invalid-model-files` when number, shape or type of the weights differ */
export function checkPair({ layer, stored }: LayerPair): void {
  const expected = layer.weights.map(({ shape }) => shape);
  const found = stored.weights.map(({ shape }) => shape);
  if (JSON.stringify(expected) !== JSON.stringify(found)) {
    throw mismatch(
      `Layer \`${stored.name}\` of the file has weights of the shapes ${shown(found)}, layer \`${layer.name}\` of the ` +
        `network has ${shown(expected)}.${hint(stored, expected)}`,
    );
  }
  if (stored.weights.some(({ values }) => values === undefined)) {
    throw mismatch(
      `Weights of layer \`${stored.name}\` of the file are no floats of 32 or 64 bits. Save them in Keras as float32.`,
    );
  }
}

/** Layers of a model that have weights, in order. */
export function weighted(model: { readonly layers: readonly layers.Layer[] }): readonly layers.Layer[] {
  return model.layers.filter(({ weights }) => weights.length > 0);
}

/** The file is not of the model's architecture. */
export function mismatch(message: string): ModelError {
  return new ModelError('invalid-model-files', message);
}

function hint({ weights }: StoredLayer, expected: readonly (readonly unknown[])[]): string {
  const resetAfter = weights.some(({ shape }, i) => shape.length === 2 && expected[i]?.length === 1);
  if (!resetAfter) return ' Build the network with the architecture of the file.';
  return ' A GRU of Keras has a second bias unless it is made with `reset_after=False`, which TensorFlow.js needs.';
}

function shown(shapes: readonly (readonly unknown[])[]): string {
  return shapes.map((shape) => `[${shape.join(', ')}]`).join(', ') || 'none';
}
