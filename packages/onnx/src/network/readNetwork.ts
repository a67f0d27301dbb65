import { OnnxError } from '../errors.js';
import type { LayerNode } from './layerNode.js';
import { LayerWeights } from './layerWeights.js';
import type { LayerLike, LayersModelLike } from './layersModelLike.js';
import {
  functionalConfig,
  isFunctional,
  isSequential,
  type LayerJson,
  modelJson,
  type OutputReference,
  sequentialLayers,
} from './modelJson.js';
import type { Network } from './network.js';
import { inputShape, outputShape } from './shapes.js';

/**
 * Reads a Keras-style model: every use of a layer becomes a node with its weights and shapes, and nested models are
 * replaced by their layers.
 *
 * @throws {SerError} `unsupported-model` for several inputs or outputs, a size other than the batch that is not fixed,
 * or a layer with several outputs
 */
export function readNetwork(model: LayersModelLike): Network {
  const json = modelJson(model);
  const reader = new NetworkReader();
  const input = reader.input(json);
  const output = reader.model(json, model.layers, [input]);
  return { nodes: reader.nodes, input, output };
}

class NetworkReader {
  readonly nodes: LayerNode[] = [];
  readonly #weights = new LayerWeights();

  /** The input node of the network. */
  input(json: LayerJson): LayerNode {
    const first = isSequential(json) ? firstLayer(json) : functionalInput(json);
    const node: LayerNode = {
      name: first.name ?? String(first.config.name),
      className: 'InputLayer',
      config: first.class_name === 'InputLayer' ? first.config : {},
      weights: [],
      inputs: [],
      inputShapes: [],
      outputShape: inputShape(first),
    };
    this.nodes.push(node);
    return node;
  }

  model(json: LayerJson, layers: readonly LayerLike[], inputs: readonly LayerNode[]): LayerNode {
    if (inputs.length > 1) throw severalInputs(json);
    return isSequential(json)
      ? this.#sequential(json, layers, inputs[0]!)
      : this.#functional(json, layers, inputs[0]!);
  }

  #sequential(json: LayerJson, layers: readonly LayerLike[], input: LayerNode): LayerNode {
    const used = sequentialLayers(json).filter((layer) => layer.class_name !== 'InputLayer');
    return used.reduce(
      (previous, layer) => this.#layer(layer, layerNamed(layers, String(layer.config.name)), [previous]),
      input,
    );
  }

  #functional(json: LayerJson, layers: readonly LayerLike[], input: LayerNode): LayerNode {
    const config = functionalConfig(json);
    const [inputName] = only(config.input_layers, json, 'inputs');
    const jsonOf = new Map(config.layers.map((layer) => [layer.name, layer]));
    const known = new Map([[`${inputName}/0`, input]]);
    const use = ([name, index, output]: OutputReference): LayerNode => {
      const key = `${name}/${index}`;
      const done = known.get(key);
      if (done) return done;
      const layer = jsonOf.get(name)!;
      if (output > 0) throw severalOutputs(name);
      // In a nested model, the first use is its own input.
      const call = layer.inbound_nodes![isModel(layer) ? index - 1 : index]!;
      const node = this.#layer(layer, layerNamed(layers, name), call.map(use));
      known.set(key, node);
      return node;
    };
    return use(only(config.output_layers, json, 'outputs'));
  }

  #layer(json: LayerJson, layer: LayerLike, inputs: readonly LayerNode[]): LayerNode {
    if (isModel(json)) return this.model(json, (layer as LayerLike & LayersModelLike).layers, inputs);
    const inputShapes = inputs.map((input) => input.outputShape);
    const node: LayerNode = {
      name: layer.name,
      className: json.class_name,
      config: json.config,
      weights: this.#weights.of(layer),
      inputs,
      inputShapes,
      outputShape: outputShape(layer, inputShapes),
    };
    this.nodes.push(node);
    return node;
  }
}

function isModel(json: LayerJson): boolean {
  return isSequential(json) || isFunctional(json);
}

/** The first layer of a sequential model, also inside nested models; it has the shape of the input. */
function firstLayer(json: LayerJson): LayerJson {
  const first = sequentialLayers(json)[0];
  if (!first) throw new OnnxError('unsupported-model', 'The model has no layers. Add at least one.');
  if (isSequential(first)) return firstLayer(first);
  return isFunctional(first) ? functionalInput(first) : first;
}

function functionalInput(json: LayerJson): LayerJson {
  const config = functionalConfig(json);
  const [name] = only(config.input_layers, json, 'inputs');
  return config.layers.find((layer) => layer.name === name)!;
}

function only(references: readonly OutputReference[], json: LayerJson, what: string): OutputReference {
  if (references.length === 1) return references[0]!;
  const name = String(json.config.name);
  throw new OnnxError(
    'unsupported-model',
    `Model "${name}" has ${references.length} ${what}; only models with one input and one output are supported.`,
  );
}

function layerNamed(layers: readonly LayerLike[], name: string): LayerLike {
  const layer = layers.find((candidate) => candidate.name === name);
  if (layer) return layer;
  throw new OnnxError(
    'unsupported-model',
    `The model's JSON names a layer "${name}" that the model does not have.`,
  );
}

function severalInputs(json: LayerJson): OnnxError {
  const name = String(json.config.name);
  return new OnnxError(
    'unsupported-model',
    `Model "${name}" has several inputs; nested models may have only one.`,
  );
}

function severalOutputs(layer: string): OnnxError {
  return new OnnxError(
    'unsupported-model',
    `Layer "${layer}" has several outputs; only the first one can be used.`,
    {
      layer,
    },
  );
}
