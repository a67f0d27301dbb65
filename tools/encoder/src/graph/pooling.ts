import type { GraphBuilder } from '@ser/onnx/graph';

/** Weighted statistics over positions, each `[1, width]`. */
export interface Pooled {
  readonly mean: string;
  readonly std: string;
}

/** Weights of shape `[positions]` as shares that sum to 1, of shape `[1, positions]`. */
export function sharesOf(graph: GraphBuilder, weights: string): string {
  const row = graph.op('Unsqueeze', [weights, graph.ints(0)]);
  return graph.op('Div', [row, graph.op('ReduceSum', [row, graph.ints(1)])]);
}

/** Mean and standard deviation of `[positions, width]`, the deviation from the differences to the mean. */
export function pooled(graph: GraphBuilder, x: string, shares: string): Pooled {
  const mean = graph.op('MatMul', [shares, x]);
  const difference = graph.op('Sub', [x, mean]);
  const variance = graph.op('MatMul', [shares, graph.op('Mul', [difference, difference])]);
  return { mean, std: graph.op('Sqrt', [variance]) };
}
