import type { ElementType, GraphProto, NodeProto, TensorProto, ValueInfoProto } from '../proto/onnxProto.js';
import { type Attributes, toAttributeProtos } from './attributes.js';
import { constantKey, littleEndian } from './constants.js';
import { NameCounter } from './nameCounter.js';
import { neededNodes, valuesRead } from './neededNodes.js';
import { renameValues } from './renameValues.js';

/**
 * Collects the operators of one ONNX graph, in the order of the calls.
 *
 * Every method returns the name of a value, which later operators take as input. The same calls give the same names.
 *
 * @example
 * const graph = new GraphBuilder();
 * const x = graph.input('x', 'float', ['N', 3]);
 * const y = graph.rename(graph.op('Mul', [x, graph.scalar(2)]), 'y');
 * graph.output(y, 'float', ['N', 3]);
 * const bytes = encodeGraph(graph, 'doubled');
 */
export class GraphBuilder {
  readonly #nodes: NodeProto[] = [];
  readonly #inputs: ValueInfoProto[] = [];
  readonly #outputs: ValueInfoProto[] = [];
  readonly #tensors: TensorProto[] = [];
  readonly #constants = new Map<string, string>();
  readonly #newNames = new Map<string, string>();
  #names = new NameCounter();
  #outer: GraphBuilder | undefined;

  /** A graph that becomes an attribute of an operator of this one, such as the body of a Scan. It may read this graph's values. */
  subGraph(): GraphBuilder {
    const inner = new GraphBuilder();
    inner.#outer = this;
    inner.#names = this.#names;
    return inner;
  }

  /** Adds an operator with one output. Omit optional inputs at the end; write `''` for an omitted one in between. */
  op(type: string, inputs: readonly string[], attributes: Attributes = {}, domain = ''): string {
    return this.ops(type, inputs, attributes, 1, domain)[0]!;
  }

  /** Adds an operator with several outputs, and returns their names. */
  ops(
    type: string,
    inputs: readonly string[],
    attributes: Attributes,
    nOutputs: number,
    domain = '',
  ): string[] {
    const output = Array.from({ length: nOutputs }, () => this.fresh(type));
    this.#nodes.push({
      name: output[0]!,
      opType: type,
      domain,
      input: inputs,
      output,
      attribute: toAttributeProtos(attributes),
    });
    return output;
  }

  /** A float constant. Without `shape` it is a vector; with the shape `[]`, a scalar. */
  floats(values: readonly number[] | Float32Array, shape: readonly number[] = [values.length]): string {
    const array = values instanceof Float32Array ? values : Float32Array.from(values);
    return this.#constant('float', shape, array);
  }

  /** A double constant. Without `shape` it is a vector; with the shape `[]`, a scalar. */
  doubles(values: readonly number[] | Float64Array, shape: readonly number[] = [values.length]): string {
    const array = values instanceof Float64Array ? values : Float64Array.from(values);
    return this.#constant('double', shape, array);
  }

  /** A float constant of shape `[]`. */
  scalar(value: number): string {
    return this.floats([value], []);
  }

  /** An int64 vector: a shape, axes, or pads. */
  ints(...values: number[]): string {
    return this.#constant('int64', [values.length], BigInt64Array.from(values, BigInt));
  }

  /** An int64 constant of shape `[]`, such as an index. */
  int(value: number): string {
    return this.#constant('int64', [], BigInt64Array.of(BigInt(value)));
  }

  /**
   * Declares an input of the graph; a string in the shape names a size that is not fixed. Returns its name. In a
   * subgraph this is a new name derived from `name`, so two bodies may both declare an `h`.
   *
   * @throws {SerError} `duplicate-name` when the graph already has a value of that name
   */
  input(name: string, elementType: ElementType, shape: readonly (number | string)[]): string {
    const unique = this.#outer ? this.fresh(name) : this.#names.take(name);
    this.#inputs.push({ name: unique, elementType, shape });
    return unique;
  }

  /** Declares a value as an output of the graph. Outputs are in the order of the calls. */
  output(name: string, elementType: ElementType = 'float', shape?: readonly (number | string)[]): void {
    this.#outputs.push(shape ? { name, elementType, shape } : { name, elementType });
  }

  /**
   * Stores a weight, a float or int8 tensor, under `name`.
   *
   * @throws {SerError} `duplicate-name`
   */
  initializer(name: string, shape: readonly number[], values: Float32Array | Int8Array): string {
    this.#names.take(name);
    const dataType = values instanceof Int8Array ? 'int8' : 'float';
    this.#tensors.push({ name, dataType, dims: shape, rawData: littleEndian(values) });
    return name;
  }

  /**
   * Adds an Identity operator, so that the value `from` is also available as `to`.
   *
   * @throws {SerError} `duplicate-name`
   */
  identity(from: string, to: string): string {
    this.#names.take(to);
    const node = { name: to, opType: 'Identity', domain: '', input: [from], output: [to], attribute: [] };
    this.#nodes.push(node);
    return to;
  }

  /**
   * Gives an operator's output the name `to` wherever it is read, without adding an operator. For an input, a
   * constant, or a value that was renamed before, it adds an Identity instead.
   *
   * @throws {SerError} `duplicate-name`
   */
  rename(from: string, to: string): string {
    const isOutput = this.#nodes.some((node) => node.output.includes(from));
    if (!isOutput || this.#newNames.has(from)) return this.identity(from, to);
    this.#newNames.set(from, this.#names.take(to));
    return to;
  }

  /** A name that no other value has, such as `Conv_3`. */
  fresh(hint: string): string {
    return this.#names.fresh(hint);
  }

  /** The graph as a protobuf message, without the operators and constants that no output needs. */
  toGraph(name: string): GraphProto {
    const renamed = renameValues(this.#nodes, this.#newNames);
    const outputs = this.#outputs.map((output) => output.name);
    const node = neededNodes(renamed, outputs);
    const read = new Set([...node.flatMap(valuesRead), ...outputs]);
    const initializer = this.#tensors.filter((tensor) => read.has(tensor.name));
    return { name, node, initializer, input: this.#inputs, output: this.#outputs };
  }

  #constant(
    dataType: ElementType,
    shape: readonly number[],
    values: Float32Array | Float64Array | BigInt64Array,
  ): string {
    if (this.#outer) return this.#outer.#constant(dataType, shape, values);
    const key = constantKey(dataType, shape, values);
    const known = this.#constants.get(key);
    if (known !== undefined) return known;
    const name = this.fresh('constant');
    this.#constants.set(key, name);
    this.#tensors.push({ name, dataType, dims: shape, rawData: littleEndian(values) });
    return name;
  }
}
