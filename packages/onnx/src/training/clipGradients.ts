import type { GraphBuilder } from '../graph/graphBuilder.js';
import type { GradientClipping } from './optimizers/optimizerDescription.js';

/** Clips the gradient of each weight to `clipNorm`. */
export function clipEach(
  graph: GraphBuilder,
  gradients: readonly string[],
  { clipNorm }: GradientClipping,
): readonly string[] {
  return clipNorm === undefined ? gradients : gradients.map((gradient) => shrink(graph, gradient, clipNorm));
}

/** Clips all gradients, joined to one vector, to `clipValue` or `globalClipNorm`. */
export function clipAll(
  graph: GraphBuilder,
  gradient: string,
  { clipValue, globalClipNorm }: GradientClipping,
): string {
  if (clipValue !== undefined) {
    return graph.op('Clip', [gradient, graph.scalar(-clipValue), graph.scalar(clipValue)]);
  }
  return globalClipNorm === undefined ? gradient : shrink(graph, gradient, globalClipNorm);
}

/** gradient · bound / max(norm, bound): unchanged if its norm is within the bound. */
function shrink(graph: GraphBuilder, gradient: string, bound: number): string {
  const limit = graph.scalar(bound);
  const norm = graph.op('ReduceL2', [gradient], { keepdims: 0 });
  const factor = graph.op('Div', [limit, graph.op('Max', [norm, limit])]);
  return graph.op('Mul', [gradient, factor]);
}
