import type { GraphBuilder } from '../graph/graphBuilder.js';

/** Splits a gradient: the first value gets it where `first` is true, the second elsewhere. */
export function gradientOfChoice(
  graph: GraphBuilder,
  gradient: string,
  first: string,
): readonly [string, string] {
  const zero = graph.scalar(0);
  return [graph.op('Where', [first, gradient, zero]), graph.op('Where', [first, zero, gradient])];
}
