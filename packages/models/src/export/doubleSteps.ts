import type { GraphBuilder } from '@ser/onnx/graph';

const elementTypes = { float: 1, double: 11 } as const;

/** Converts a value to another precision. */
export function cast(graph: GraphBuilder, name: string, to: keyof typeof elementTypes): string {
  return graph.op('Cast', [name], { to: elementTypes[to] });
}

/** Limits doubles to `[-limit, limit]`. */
export function limited(graph: GraphBuilder, name: string, limit: number): string {
  const atMost = graph.op('Min', [name, graph.doubles([limit])]);
  return graph.op('Max', [atMost, graph.doubles([-limit])]);
}
