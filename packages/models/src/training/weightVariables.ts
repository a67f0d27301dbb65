import { type LayerNode, type TrainedWeight } from '@ser/onnx';
import type { Variable } from '@tensorflow/tfjs-core';
import type { LayersModel, layers } from '@tensorflow/tfjs-layers';
import { ModelError } from '../errors.js';

type Layer = layers.Layer;

/**
 * Variables of a model that belong to the weights of its training graph, in the same order.
 *
 * @param nodes nodes of the network that the model was read as
 * @throws {SerError} `unsupported-model` when two layers of nested models share a name
 */
export function weightVariables(
  model: LayersModel,
  nodes: readonly LayerNode[],
  weights: readonly TrainedWeight[],
): readonly Variable[] {
  const layers = layersByName(model);
  const variables = new Map<string, Variable>();
  for (const node of nodes) {
    node.weights.forEach(({ name }, i) => {
      variables.set(name, layers.get(node.name)!.weights[i]!.read() as Variable);
    });
  }
  return weights.map(({ weight }) => variables.get(weight.name)!);
}

function layersByName(model: LayersModel): ReadonlyMap<string, Layer> {
  const layers = new Map<string, Layer>();
  for (const layer of leafLayers(model)) {
    if (layers.has(layer.name)) {
      throw new ModelError(
        'unsupported-model',
        `Two layers are named "${layer.name}". Give each its own name.`,
      );
    }
    layers.set(layer.name, layer);
  }
  return layers;
}

function leafLayers(model: LayersModel): readonly Layer[] {
  return model.layers.flatMap((layer) => ('layers' in layer ? leafLayers(layer as LayersModel) : [layer]));
}
