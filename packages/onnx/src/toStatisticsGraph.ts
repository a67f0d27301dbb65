import { encodeGraph } from './graph/encodeGraph.js';
import { GraphBuilder } from './graph/graphBuilder.js';
import { buildNetwork } from './layers/buildNetwork.js';
import { GraphScope } from './layers/graphScope.js';
import type { LayersModelLike } from './network/layersModelLike.js';
import { readNetwork } from './network/readNetwork.js';

/** The outputs of one batch normalization; both are float32 `[nChannels]`. */
export interface StatisticsOutput {
  /** Name of the layer in the model. */
  readonly layer: string;
  /** Name of the output with the mean of each channel over the batch and all positions. */
  readonly mean: string;
  /** Name of the output with the variance, divided by n. */
  readonly variance: string;
}

/** A graph that measures the inputs of each batch normalization. */
export interface StatisticsGraph {
  /** The `.onnx` file with the weights. Its input is `input`, float32 `[N, ...inputShape]`. */
  readonly bytes: Uint8Array;
  /** One entry for each trainable batch normalization. */
  readonly layers: readonly StatisticsOutput[];
}

/**
 * Writes a model as a graph that gives the mean and variance of the input of each batch normalization. Earlier batch
 * normalizations use the statistics of the batch, as in training; nothing is dropped, as in prediction.
 *
 * @throws {SerError} `unsupported-model`, `unsupported-layer` or `unsupported-option`, naming the layer
 */
export function toStatisticsGraph(model: LayersModelLike): StatisticsGraph {
  const network = readNetwork(model);
  const graph = new GraphBuilder();
  const { outputShape: shape } = network.input;
  const name = graph.input('input', 'float', ['N', ...shape]);
  const scope = new GraphScope(graph, false, name, { batchStatistics: true });
  buildNetwork(network, { name, shape, channelsFirst: false }, scope);
  for (const weight of scope.weights) {
    if (!scope.updates.has(weight)) graph.initializer(weight.name, weight.shape, weight.values);
  }
  const layers = network.nodes.flatMap((node) => {
    const moving = node.weights.filter((weight) => scope.updates.has(weight));
    if (moving.length === 0) return [];
    const [mean, variance] = moving.map((weight) => {
      const output = graph.rename(scope.updates.get(weight)!, `${weight.name}/batch`);
      graph.output(output, 'float', weight.shape);
      return output;
    });
    return [{ layer: node.name, mean: mean!, variance: variance! }];
  });
  return { bytes: encodeGraph(graph, 'statistics'), layers };
}
