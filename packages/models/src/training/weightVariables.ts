import type { TrainedWeight } from '@ser/onnx';
import type { Variable } from '@tensorflow/tfjs-core';
import type { layers, LayersModel } from '@tensorflow/tfjs-layers';
import { ModelError } from '../errors.js';

type Layer = layers.Layer;

/**
 * The variables of a model for the weights of its training graph, in the same order.
 *
 * @throws {SerError} `unsupported-model` when two layers of nested models share a name
 */
export function weightVariables(model: LayersModel, weights: readonly TrainedWeight[]): readonly Variable[] {
  const layers = layersByName(model);
  return weights.map(({ weight: { layer, index } }) => layers.get(layer)!.weights[index]!.read() as Variable);
}

function layersByName(model: LayersModel): ReadonlyMap<string, Layer> {
  const layers = new Map<string, Layer>();
  for (const layer of leafLayers(model)) {
    if (layers.has(layer.name)) {
      throw new ModelError(
        'unsupported-model',
        `Layers of nested models must have different names; two are named '${layer.name}'. Rename one.`,
      );
    }
    layers.set(layer.name, layer);
  }
  return layers;
}

function leafLayers(model: LayersModel): readonly Layer[] {
  return model.layers.flatMap((layer) => ('layers' in layer ? leafLayers(layer as LayersModel) : [layer]));
}
