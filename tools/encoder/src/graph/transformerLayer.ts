import { float, type GraphBuilder } from '@ser/onnx/graph';
import type { LayerNorm, LayerWeights } from '../weights/encoderWeights.js';
import { gelu } from './gelu.js';
import { linear } from './linear.js';
import type { Precision } from './precision.js';

interface LayerOptions {
  readonly width: number;
  readonly heads: number;
  readonly precision: Precision;
}

/** A pre-norm transformer block over `[positions, width]`: self attention and a feed-forward network, each added. */
export function transformerLayer(
  graph: GraphBuilder,
  x: string,
  layer: LayerWeights,
  options: LayerOptions,
): string {
  const { precision } = options;
  const attended = attention(graph, layerNorm(graph, x, layer.attentionNorm), layer, options);
  const middle = graph.op('Add', [x, linear(graph, attended, layer.attentionOutput, precision)]);
  const normalized = layerNorm(graph, middle, layer.feedForwardNorm);
  const expanded = gelu(graph, linear(graph, normalized, layer.expand, precision));
  return graph.op('Add', [middle, linear(graph, expanded, layer.contract, precision)]);
}

/** `softmax(Q Kᵀ / √d) V` of each head, side by side: `[positions, width]`. */
function attention(
  graph: GraphBuilder,
  x: string,
  layer: LayerWeights,
  { width, heads, precision }: LayerOptions,
): string {
  const channels = width / heads;
  const joined = linear(graph, x, layer.queryKeyValue, precision);
  const apart = graph.op('Reshape', [joined, graph.ints(-1, 3, heads, channels)]);
  const [query, key, value] = graph
    .ops('Split', [graph.op('Transpose', [apart], { perm: [1, 2, 0, 3] })], { axis: 0, num_outputs: 3 }, 3)
    .map((part) => graph.op('Squeeze', [part, graph.ints(0)])) as [string, string, string];
  const scaled = graph.op('Mul', [query, graph.scalar(1 / Math.sqrt(channels))]);
  const scores = graph.op('MatMul', [scaled, graph.op('Transpose', [key], { perm: [0, 2, 1] })]);
  const perHead = graph.op('MatMul', [graph.op('Softmax', [scores], { axis: -1 }), value]);
  return graph.op('Reshape', [graph.op('Transpose', [perHead], { perm: [1, 0, 2] }), graph.ints(-1, width)]);
}

function layerNorm(graph: GraphBuilder, x: string, { name, gamma, beta }: LayerNorm): string {
  const scale = graph.initializer(`${name}/gamma`, gamma.shape, gamma.values);
  const shift = graph.initializer(`${name}/beta`, beta.shape, beta.values);
  return graph.op('LayerNormalization', [x, scale, shift], { axis: -1, epsilon: float(1e-5) });
}
