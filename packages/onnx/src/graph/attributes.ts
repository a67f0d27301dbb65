import type { AttributeProto, GraphProto } from '../proto/onnxProto.js';

/** A floating-point attribute. A plain number is an integer attribute. */
export class FloatAttribute {
  constructor(readonly value: number) {}
}

/** Makes a floating-point attribute: `float(1e-3)`. */
export function float(value: number): FloatAttribute {
  return new FloatAttribute(value);
}

/** A graph that is an attribute of an operator, such as a `GraphBuilder`. */
interface SubGraph {
  toGraph(name: string): GraphProto;
}

/** Attributes of an operator by name: a number is an integer, `float(x)` a float, and a `GraphBuilder` a subgraph. */
export type Attributes = Readonly<
  Record<string, number | readonly number[] | string | readonly string[] | FloatAttribute | SubGraph>
>;

export function toAttributeProtos(attributes: Attributes): AttributeProto[] {
  return Object.entries(attributes).map(([name, value]) => {
    if (typeof value === 'number') return { name, type: 'int', i: value };
    if (typeof value === 'string') return { name, type: 'string', s: value };
    if (value instanceof FloatAttribute) return { name, type: 'float', f: value.value };
    if ('toGraph' in value) return { name, type: 'graph', g: value.toGraph(name) };
    if (isStrings(value)) return { name, type: 'strings', strings: value };
    return { name, type: 'ints', ints: value };
  });
}

function isStrings(values: readonly number[] | readonly string[]): values is readonly string[] {
  return typeof values[0] === 'string';
}
