import type { GraphBuilder } from '../graph/graphBuilder.js';

/** Joins several tensors to one vector, so that one operator processes them all. */
export function join(graph: GraphBuilder, tensors: readonly string[]): string {
  const vectors = tensors.map((tensor) => graph.op('Reshape', [tensor, graph.ints(-1)]));
  return vectors.length === 1 ? vectors[0]! : graph.op('Concat', vectors, { axis: 0 });
}

/** The inverse of `join`: splits a vector into tensors of these shapes. */
export function split(graph: GraphBuilder, vector: string, shapes: readonly (readonly number[])[]): string[] {
  const sizes = shapes.map(sizeOf);
  const parts =
    shapes.length === 1
      ? [vector]
      : graph.ops('Split', [vector, graph.ints(...sizes)], { axis: 0 }, shapes.length);
  return parts.map((part, i) => graph.op('Reshape', [part, graph.ints(...shapes[i]!)]));
}

/** Number of elements. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
