import type { GraphBuilder } from '../graph/graphBuilder.js';
import { shapeInGraph } from '../graph/shapeInGraph.js';
import type { Tensor } from '../graph/tensor.js';
import type { ElementType } from '../proto/onnxProto.js';

/** A value of the graph: of one example, without the batch axis, or a carried value such as a sum. */
export interface ShapedValue {
  readonly name: string;
  readonly shape: readonly number[];
  /** @default 'float' */
  readonly elementType?: ElementType;
}

/**
 * How to compute one example of a value from examples of values in memory.
 *
 * A layer that reads a value example by example can compute it in the cache, instead of reading what another operator
 * wrote to memory for the whole batch.
 */
export interface Recomputation {
  /** The values `[N, ...shape]` in memory, without duplicates. */
  readonly sources: readonly ShapedValue[];
  /** Emits the operators for one example and returns its name. `sources` are the names of one example of each source. */
  readonly emit: (graph: GraphBuilder, sources: readonly string[]) => string;
}

/** A value that is read from memory. */
export function inMemory(value: ShapedValue): Recomputation {
  return { sources: [value], emit: (_, [name]) => name! };
}

/** A tensor that is read from memory, even if it could be recomputed. */
export function tensorInMemory(tensor: Tensor): Recomputation {
  return inMemory({ name: tensor.name, shape: shapeInGraph(tensor) });
}

/** A value that operators compute from one example of each of several values. */
export function recomputedFrom(values: readonly Recomputation[], emit: Recomputation['emit']): Recomputation {
  const sources = sourcesOf(values);
  return { sources, emit: (graph, names) => emit(graph, emitEach(graph, values, sources, names)) };
}

/** The values in memory that several values need, without duplicates. */
export function sourcesOf(values: readonly Recomputation[]): readonly ShapedValue[] {
  const byName = new Map(values.flatMap(({ sources }) => sources.map((source) => [source.name, source])));
  return [...byName.values()];
}

/**
 * Emits one example of each value.
 *
 * @param names names of one example of each of `sources`
 */
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
