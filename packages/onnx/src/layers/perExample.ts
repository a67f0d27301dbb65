import type { GraphBuilder } from '../graph/graphBuilder.js';
import type { ElementType } from '../proto/onnxProto.js';
import { emitEach, sourcesOf } from './recomputation.js';
import type { Recomputation, ShapedValue } from './recomputation.js';

/** What a body gives back: the name of a float value, or a name with another type. */
export type BodyResult = string | { readonly name: string; readonly elementType: ElementType };

/**
 * Runs a few operators on one example of the batch after the other, so that what passes between them stays in the
 * processor's cache instead of going through memory for the whole batch at each operator.
 *
 * @param values what the body reads of each example
 * @param body emits the operators for one example `[...shape]` each, and returns, first, the new value of each
 * carried one, then its outputs
 * @param carried values that each example takes from the one before, such as a sum, as they are at the start
 * @returns the last value of each carried one, then the outputs `[N, ...]`; for an output that the body was given as
 * it lies in memory, the name that it has there
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
