import type { GraphBuilder } from '../graph/graphBuilder.js';
import type { ElementType } from '../proto/onnxProto.js';
import { emitEach, type Recomputation, type ShapedValue, sourcesOf } from './recomputation.js';

/** A result of the body: the name of a float value, or a name with another element type. */
export type BodyResult = string | { readonly name: string; readonly elementType: ElementType };

/**
 * Runs a few operators on one example of the batch after another. Intermediate values then stay in the processor's
 * cache, instead of being written to memory for the whole batch by each operator.
 *
 * @param values the values that the body reads, one example at a time
 * @param body emits the operators for one example of shape `[...shape]`, and returns the new carried values, then the
 * outputs
 * @param carried the initial carried values, which pass from one example to the next, such as a sum
 * @returns the last carried values, then the outputs `[N, ...]`. An output that is one of `values`, unchanged and in
 * memory, keeps its name
 */
export function perExample(
  graph: GraphBuilder,
  values: readonly Recomputation[],
  body: (
    graph: GraphBuilder,
    examples: readonly string[],
    carried: readonly string[],
  ) => readonly BodyResult[],
  carried: readonly ShapedValue[] = [],
): string[] {
  const inner = graph.subGraph();
  const declare = ({ shape, elementType = 'float' }: ShapedValue) =>
    inner.input('example', elementType, shape);
  const before = carried.map(declare);
  const sources = sourcesOf(values);
  const declared = sources.map(declare);
  const results = body(inner, emitEach(inner, values, sources, declared), before);
  const inputs = [...carried, ...sources].map((value) => value.name);
  const known = new Map(sources.map(({ name }, i) => [declared[i]!, name]));
  const computed = results.filter((result) => !known.has(nameOf(result)));
  for (const result of computed) {
    if (typeof result === 'string') inner.output(result);
    else inner.output(result.name, result.elementType);
  }
  const scan = { body: inner, num_scan_inputs: sources.length };
  const outputs = graph.ops('Scan', inputs, scan, computed.length);
  return results.map((result) => known.get(nameOf(result)) ?? outputs[computed.indexOf(result)]!);
}

function nameOf(result: BodyResult): string {
  return typeof result === 'string' ? result : result.name;
}
