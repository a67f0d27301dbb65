import type { GraphBuilder } from '../graph/graphBuilder.js';
import { shapeInGraph } from '../graph/shapeInGraph.js';
import type { Tensor } from '../graph/tensor.js';
import type { ElementType } from '../proto/onnxProto.js';

/** A value of the graph: of one example, without the batch axis, or of a sum that is carried along. */
export interface ShapedValue {
  readonly name: string;
  readonly shape: readonly number[];
  /** @default 'float' */
  readonly elementType?: ElementType;
}

/**
 * One example of a value, computed from examples of values that lie in memory.
 *
 * What reads a value example by example can compute it on the way, in the cache, in place of reading what another
 * operator has written to memory for the whole batch.
 */
export interface Recomputation {
  /** Values `[N, ...shape]` in memory, each once. */
  readonly sources: readonly ShapedValue[];
  /** Emits the operators for one example and returns its name; `sources` are the names of theirs. */
  readonly emit: (graph: GraphBuilder, sources: readonly string[]) => string;
}

/** A value that is read as it lies in memory. */
export function inMemory(value: ShapedValue): Recomputation {
  return { sources: [value], emit: (_, [name]) => name! };
}

/** A tensor that is read as it lies in memory, even where it could be recomputed. */
export function tensorInMemory(tensor: Tensor): Recomputation {
  return inMemory({ name: tensor.name, shape: shapeInGraph(tensor) });
}

/** What follows, by operators on one example, from one example of each of several values. */
export function recomputedFrom(values: readonly Recomputation[], emit: Recomputation['emit']): Recomputation {
  const sources = sourcesOf(values);
  return { sources, emit: (graph, names) => emit(graph, emitEach(graph, values, sources, names)) };
}

/** The values in memory that any of several values needs, each once. */
export function sourcesOf(values: readonly Recomputation[]): readonly ShapedValue[] {
  const byName = new Map(values.flatMap(({ sources }) => sources.map((source) => [source.name, source])));
  return [...byName.values()];
}

/** Emits one example of each value. @param names of one example of each of `sources` */
export function emitEach(
  graph: GraphBuilder,
  values: readonly Recomputation[],
  sources: readonly ShapedValue[],
  names: readonly string[],
): string[] {
  const nameOf = new Map(sources.map(({ name }, i) => [name, names[i]!]));
  return values.map((value) => {
    const own = value.sources.map(({ name }) => nameOf.get(name)!);
    return value.emit(graph, own);
  });
}
