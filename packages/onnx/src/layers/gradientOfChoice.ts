import type { GraphBuilder } from '../graph/graphBuilder.js';

/** Gives the gradient to the first value where `first` holds and to the second elsewhere. */
export function gradientOfChoice(
  graph: GraphBuilder,
  gradient: string,
  first: string,
): readonly [string, string] {
  const zero = graph.scalar(0);
  return [graph.op('Where', [first, gradient, zero]), graph.op('Where', [first, zero, gradient])];
}
