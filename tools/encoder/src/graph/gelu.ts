import type { GraphBuilder } from '@ser/onnx/graph';

/**
 * x Φ(x), where Φ is the cumulative normal distribution: the exact GELU.
 *
 * @see https://arxiv.org/abs/1606.08415
 */
export function gelu(graph: GraphBuilder, x: string): string {
  const erf = graph.op('Erf', [graph.op('Div', [x, graph.scalar(Math.SQRT2)])]);
  const doubled = graph.op('Mul', [x, graph.op('Add', [erf, graph.scalar(1)])]);
  return graph.op('Mul', [doubled, graph.scalar(0.5)]);
}
