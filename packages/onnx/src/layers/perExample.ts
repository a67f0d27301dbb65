import type { GraphBuilder } from '../graph/graphBuilder.js';

/** A float value of the graph: of one example, without the batch axis, or of a sum that is carried along. */
export interface ShapedValue {
  readonly name: string;
  readonly shape: readonly number[];
}

/**
 * Runs a few operators on one example of the batch after the other, so that what passes between them stays in the
 * processor's cache instead of going through memory for the whole batch at each operator.
 *
 * @param examples values `[N, ...shape]`, given with the shape of one example
 * @param body emits the operators for one example `[...shape]` each, and returns, first, the new value of each
 * carried one, then its outputs
 * @param carried values that each example takes from the one before, such as a sum, as they are at the start
 * @returns the last value of each carried one, then the outputs `[N, ...]`
 */
export function perExample(
  graph: GraphBuilder,
  examples: readonly ShapedValue[],
  body: (graph: GraphBuilder, examples: readonly string[], carried: readonly string[]) => readonly string[],
  carried: readonly ShapedValue[] = [],
): string[] {
  const inner = graph.subGraph();
  const declare = ({ shape }: ShapedValue) => inner.input('example', 'float', shape);
  const before = carried.map(declare);
  const results = body(inner, examples.map(declare), before);
  for (const result of results) inner.output(result);
  const inputs = [...carried, ...examples].map((value) => value.name);
  return graph.ops('Scan', inputs, { body: inner, num_scan_inputs: examples.length }, results.length);
}
