import type { ElementType, GraphProto, NodeProto, TensorProto, ValueInfoProto } from '../proto/onnxProto.js';
import { toAttributeProtos } from './attributes.js';
import type { Attributes } from './attributes.js';
import { constantKey, littleEndian } from './constants.js';
import { NameCounter } from './nameCounter.js';
import { neededNodes, valuesRead } from './neededNodes.js';
import { renameValues } from './renameValues.js';

/**
 * Collects the operators of one ONNX graph, in the order in which they are asked for.
 *
 * Every method returns the name of a value, which later operators take as input. The same calls give the same names.
 *
 * @example
 * const graph = new GraphBuilder();
 * const x = graph.input('x', 'float', ['N', 3]);
 * graph.identity(graph.op('Mul', [x, graph.scalar(2)]), 'y');
 * graph.output('y', 'float', ['N', 3]);
 */
export class GraphBuilder {
  private readonly nodes: NodeProto[] = [];
  private readonly inputs: ValueInfoProto[] = [];
  private readonly outputs: ValueInfoProto[] = [];
  private readonly tensors: TensorProto[] = [];
  private readonly constants = new Map<string, string>();
  private readonly newNames = new Map<string, string>();
  private readonly names: NameCounter;

  constructor(private readonly outer?: GraphBuilder) {
    this.names = outer ? outer.names : new NameCounter();
  }

  /** A graph to be an attribute of an operator of this one, the body of a Scan. It sees this graph's values. */
  subGraph(): GraphBuilder {
    return new GraphBuilder(this);
  }

  /** An operator with one output. Inputs left out at the end need not be named; in between they are `''`. */
  op(type: string, inputs: readonly string[], attributes: Attributes = {}, domain = ''): string {
    return this.ops(type, inputs, attributes, 1, domain)[0]!;
  }

  /** An operator with several outputs. */
  ops(
    type: string,
    inputs: readonly string[],
    attributes: Attributes,
    nOutputs: number,
    domain = '',
  ): string[] {
    const output = Array.from({ length: nOutputs }, () => this.fresh(type));
    this.nodes.push({
      name: output[0]!,
      opType: type,
      domain,
      input: inputs,
      output,
      attribute: toAttributeProtos(attributes),
    });
    return output;
  }

  /** A float constant; without a shape a vector, with the shape `[]` a scalar. */
  floats(values: readonly number[] | Float32Array, shape: readonly number[] = [values.length]): string {
    const array = values instanceof Float32Array ? values : Float32Array.from(values);
    return this.constant('float', shape, array);
  }

  /** A float constant of shape `[]`. */
  scalar(value: number): string {
    return this.floats([value], []);
  }

  /** An int64 constant of one axis: a shape, axes, pads. */
  ints(...values: number[]): string {
    return this.constant('int64', [values.length], BigInt64Array.from(values, BigInt));
  }

  /** An int64 constant of shape `[]`: an index. */
  int(value: number): string {
    return this.constant('int64', [], BigInt64Array.of(BigInt(value)));
  }

  /**
   * Declares an input of the graph; a string in the shape names an open size. Returns its name, which in a
   * sub-graph is a fresh one with `name` as hint: two bodies may both have an `h`.
   */
  input(name: string, elementType: ElementType, shape: readonly (number | string)[]): string {
    const unique = this.outer ? this.fresh(name) : this.names.take(name);
    this.inputs.push({ name: unique, elementType, shape });
    return unique;
  }

  /** Declares a value as an output of the graph; outputs keep the order of the calls. */
  output(name: string, elementType: ElementType = 'float', shape?: readonly (number | string)[]): void {
    this.outputs.push(shape ? { name, elementType, shape } : { name, elementType });
  }

  /** A tensor of floats or of int8 under a name of its own: a weight. */
  initializer(name: string, shape: readonly number[], values: Float32Array | Int8Array): string {
    this.names.take(name);
    const dataType = values instanceof Int8Array ? 'int8' : 'float';
    this.tensors.push({ name, dataType, dims: shape, rawData: littleEndian(values) });
    return name;
  }

  /** The value `from` once more, under the name `to`. */
  identity(from: string, to: string): string {
    this.names.take(to);
    const node = { name: to, opType: 'Identity', domain: '', input: [from], output: [to], attribute: [] };
    this.nodes.push(node);
    return to;
  }

  /**
   * Gives an operator's output the name `to`, wherever it is read, without an operator of its own. A value that is
   * an input, a constant or has been renamed before gets an Identity instead.
   */
  rename(from: string, to: string): string {
    const isOutput = this.nodes.some((node) => node.output.includes(from));
    if (!isOutput || this.newNames.has(from)) return this.identity(from, to);
    this.newNames.set(from, this.names.take(to));
    return to;
  }

  /** A name that no other value has: `Conv_3`. */
  fresh(hint: string): string {
    return this.names.fresh(hint);
  }

  /** The graph as a message, without operators and constants that no output needs. */
  toGraph(name: string): GraphProto {
    const renamed = renameValues(this.nodes, this.newNames);
    const outputs = this.outputs.map((output) => output.name);
    const node = neededNodes(renamed, outputs);
    const read = new Set([...node.flatMap(valuesRead), ...outputs]);
    const initializer = this.tensors.filter((tensor) => read.has(tensor.name));
    return { name, node, initializer, input: this.inputs, output: this.outputs };
  }

  private constant(
    dataType: ElementType,
    shape: readonly number[],
    values: Float32Array | BigInt64Array,
  ): string {
    if (this.outer) return this.outer.constant(dataType, shape, values);
    const key = constantKey(dataType, shape, values);
    const known = this.constants.get(key);
    if (known !== undefined) return known;
    const name = this.fresh('constant');
    this.constants.set(key, name);
    this.tensors.push({ name, dataType, dims: shape, rawData: littleEndian(values) });
    return name;
  }
}
