import { invalidOption } from '@ser/core';
import { encodeGraph } from './graph/encodeGraph.js';
import { GraphBuilder } from './graph/graphBuilder.js';
import { buildNetwork } from './layers/buildNetwork.js';
import { GraphScope } from './layers/graphScope.js';
import type { LayersModelLike } from './network/layersModelLike.js';
import type { Network } from './network/network.js';
import { readNetwork } from './network/readNetwork.js';

/** Options of {@link toOnnx}. */
export interface OnnxOptions {
  /** Names of the classes in the order of the outputs. Stored in the file's metadata as `labels`, a JSON array. @default none */
  readonly labels?: readonly string[];
  /** Further entries for the file's metadata. @default none */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Name of the graph's input. @default 'input' */
  readonly inputName?: string;
  /** Name of the graph's output. @default 'output' */
  readonly outputName?: string;
}

/**
 * Writes a model as an ONNX file for prediction. It includes the weights and the final activation, and accepts any batch size.
 *
 * The input is that of the model, float32 `[N, ...inputShape]` with channels last; the output is float32
 * `[N, ...outputShape]`. The same model gives the same bytes.
 *
 * @throws {SerError} `unsupported-model`, `unsupported-layer` or `unsupported-option`, naming the layer;
 * `invalid-option` when the number of labels differs from the number of outputs
 * @example
 * const bytes = toOnnx(model, { labels: ['angry', 'happy', 'sad'] });
 * const session = await ort.InferenceSession.create(bytes);
 */
export function toOnnx(model: LayersModelLike, options: OnnxOptions = {}): Uint8Array {
  const { inputName = 'input', outputName = 'output' } = options;
  const network = readNetwork(model);
  const metadata = { ...options.metadata, ...labelMetadata(network, options.labels) };

  const graph = new GraphBuilder();
  const { outputShape: shape } = network.input;
  const name = graph.input(inputName, 'float', ['N', ...shape]);
  const scope = new GraphScope(graph, false, name);
  const { output } = buildNetwork(network, { name, shape, channelsFirst: false }, scope);
  for (const weight of scope.weights) graph.initializer(weight.name, weight.shape, weight.values);
  graph.rename(scope.channelsLast(output).name, outputName);
  graph.output(outputName, 'float', ['N', ...output.shape]);
  return encodeGraph(graph, 'prediction', metadata);
}

function labelMetadata(network: Network, labels: readonly string[] | undefined): Record<string, string> {
  if (!labels) return {};
  const nOutputs = network.output.outputShape.at(-1);
  if (labels.length === nOutputs) return { labels: JSON.stringify(labels) };
  throw invalidOption('labels', `an array of ${nOutputs} names, one for each output of the model`, labels);
}
