import { OnnxError } from './errors.js';
import { encodeGraph } from './graph/encodeGraph.js';
import { GraphBuilder } from './graph/graphBuilder.js';
import { buildNetwork } from './layers/buildNetwork.js';
import { GraphScope } from './layers/graphScope.js';
import type { LayersModelLike } from './network/layersModelLike.js';
import type { Network } from './network/network.js';
import { readNetwork } from './network/readNetwork.js';

/** Options of {@link toOnnx}. */
export interface OnnxOptions {
  /** Names of the classes in the order of the outputs; kept in the file's metadata under `labels`, as a JSON array. */
  readonly labels?: readonly string[];
  /** Further texts to keep in the file's metadata. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Name of the graph's input. @default 'input' */
  readonly inputName?: string;
  /** Name of the graph's output. @default 'output' */
  readonly outputName?: string;
}

/**
 * A model as an ONNX file for prediction: weights inside, any batch size, the final activation included.
 *
 * The input is the model's, float32 `[N, ...inputShape]` with channels last, and the output `[N, ...outputShape]`.
 * The same model gives the same bytes.
 *
 * @throws {SerError} `unsupported-model`, `unsupported-layer` or `unsupported-option`, naming the layer;
 * `invalid-option` when the number of labels is not the number of outputs
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
  throw new OnnxError(
    'invalid-option',
    `\`labels\` must name each of the model's ${nOutputs} outputs; ${labels.length} were given.`,
  );
}
