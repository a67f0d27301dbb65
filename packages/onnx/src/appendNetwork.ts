import type { GraphBuilder } from './graph/graphBuilder.js';
import { buildNetwork } from './layers/buildNetwork.js';
import { GraphScope } from './layers/graphScope.js';
import type { LayersModelLike } from './network/layersModelLike.js';
import { readNetwork } from './network/readNetwork.js';

/** Where `appendNetwork` puts a network. */
export interface AppendNetworkOptions {
  /** Name of the value in the graph that the network reads: float32 `[N, ...inputShape]`, channels last. */
  readonly input: string;
  /** Put before the names of the weights; different for each network of the graph. @default '' */
  readonly prefix?: string;
}

/** The output of an appended network. */
export interface AppendedNetwork {
  /** Name of the value: float32 `[N, ...shape]`. */
  readonly name: string;
  readonly shape: readonly number[];
}

/**
 * Adds a model, for prediction, to a graph of your own: for example, between operators that prepare its input and operators
 * that combine several models.
 *
 * @throws {SerError} as `toOnnx`; `duplicate-name` for two networks with the same prefix
 *
 * @example
 * const graph = new GraphBuilder(); // of @ser/onnx/graph
 * const input = graph.input('features', 'float', ['N', 40]);
 * const { name } = appendNetwork(graph, model, { input, prefix: 'ridge/' });
 * graph.output(graph.rename(name, 'probabilities'));
 */
export function appendNetwork(
  graph: GraphBuilder,
  model: LayersModelLike,
  { input: name, prefix = '' }: AppendNetworkOptions,
): AppendedNetwork {
  const network = readNetwork(model);
  const { outputShape: shape } = network.input;
  const scope = new GraphScope(graph, false, name, { prefix });
  const { output } = buildNetwork(network, { name, shape, channelsFirst: false }, scope);
  for (const weight of scope.weights) {
    graph.initializer(scope.weight(weight), weight.shape, weight.values);
  }
  return { name: scope.channelsLast(output).name, shape: output.shape };
}
