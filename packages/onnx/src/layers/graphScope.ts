import type { GraphBuilder } from '../graph/graphBuilder.js';
import type { Tensor } from '../graph/tensor.js';
import type { LayerNode, WeightNode } from '../network/layerNode.js';
import { inMemory, type Recomputation, recomputedFrom, tensorInMemory } from './recomputation.js';
import type { Mask, MaskDescription, Scope } from './scope.js';

/** A dropout mask that you draw for each step. */
export interface DropoutMask extends MaskDescription {
  /** Name of the input: uint8 `[N, ...shape]`, 1 where the element is kept and 0 where it is dropped. */
  readonly name: string;
  /** Name of the layer in the model. */
  readonly layer: string;
}

/** Collects what the layers register while the graph is built. */
export class GraphScope implements Scope {
  /** The weights that the layers use; each has its own name in the graph. */
  readonly weights = new Set<WeightNode>();
  /** Gradients of trainable weights. */
  readonly gradients = new Map<WeightNode, string>();
  /** Values after the step of weights that have no gradient. */
  readonly updates = new Map<WeightNode, string>();
  readonly masks: DropoutMask[] = [];
  readonly #withGradient = new Set<string>();
  readonly #otherLayout = new Map<string, string>();
  readonly #recomputations = new Map<string, Recomputation>();
  readonly #inputName: string;
  readonly #prefix: string;
  #nExamples: string | undefined;
  readonly batchStatistics: boolean;

  /**
   * @param inputName name of the network's input in the graph
   * @param options.prefix put before the names of the weights
   */
  constructor(
    readonly graph: GraphBuilder,
    readonly training: boolean,
    inputName: string,
    { batchStatistics = training, prefix = '' }: { batchStatistics?: boolean; prefix?: string } = {},
  ) {
    this.#inputName = inputName;
    this.#prefix = prefix;
    this.batchStatistics = batchStatistics;
  }

  weight(weight: WeightNode): string {
    this.weights.add(weight);
    return `${this.#prefix}${weight.name}`;
  }

  addGradient(weight: WeightNode, gradient: string): void {
    if (!weight.trainable) return;
    const sum = this.gradients.get(weight);
    this.gradients.set(weight, sum === undefined ? gradient : this.graph.op('Add', [sum, gradient]));
  }

  update(weight: WeightNode, value: string): void {
    this.updates.set(weight, value);
  }

  dropoutMask(layer: LayerNode, { shape, channelsFirst, rate }: MaskDescription): Mask {
    const { graph } = this;
    const name = `${layer.name}/mask${this.masks.length}`;
    graph.input(name, 'uint8', ['N', ...shape]);
    this.masks.push({ name, layer: layer.name, shape, channelsFirst, rate });
    const scaled = (inner: GraphBuilder, bytes: string) =>
      inner.op('DequantizeLinear', [bytes, graph.scalar(1 / (1 - rate))]);
    const example = recomputedFrom([inMemory({ name, shape, elementType: 'uint8' })], (inner, [bytes]) =>
      scaled(inner, bytes!),
    );
    return { name: scaled(graph, name), example };
  }

  batchSize(): string {
    this.#nExamples ??= this.graph.op('Shape', [this.#inputName], { start: 0, end: 1 });
    return this.#nExamples;
  }

  channelsFirst(tensor: Tensor): Tensor {
    if (tensor.channelsFirst || tensor.shape.length < 2) return tensor;
    const spatial = tensor.shape.slice(0, -1);
    const perm = [0, tensor.shape.length, ...spatial.map((_, axis) => axis + 1)];
    const shape = [tensor.shape.at(-1)!, ...spatial];
    return { ...tensor, name: this.#relaid(tensor, perm, shape), channelsFirst: true };
  }

  channelsLast(tensor: Tensor): Tensor {
    if (!tensor.channelsFirst) return tensor;
    const perm = [0, ...tensor.shape.slice(0, -1).map((_, axis) => axis + 2), 1];
    return { ...tensor, name: this.#relaid(tensor, perm, tensor.shape), channelsFirst: false };
  }

  recompute(tensor: Tensor, recomputation: Recomputation): void {
    this.#recomputations.set(tensor.name, recomputation);
  }

  example(tensor: Tensor): Recomputation {
    const known = this.#recomputations.get(tensor.name);
    return known ?? tensorInMemory(tensor);
  }

  needsGradient(tensor: Tensor): boolean {
    return this.#withGradient.has(tensor.name);
  }

  /** Records that this tensor depends on trainable weights. */
  markNeedsGradient(tensor: Tensor): void {
    this.#withGradient.add(tensor.name);
  }

  /** The tensor in the other layout. Each conversion is added once, and its inverse is known from then on. */
  #relaid(tensor: Tensor, perm: readonly number[], shape: readonly number[]): string {
    const known = this.#otherLayout.get(tensor.name);
    if (known !== undefined) return known;
    // With one channel or one position the elements have the same order in both layouts.
    const oneColumn = tensor.shape.at(-1) === 1 || tensor.shape.slice(0, -1).every((size) => size === 1);
    const name = oneColumn
      ? this.graph.op('Reshape', [tensor.name, this.graph.ints(-1, ...shape)])
      : this.graph.op('Transpose', [tensor.name], { perm });
    this.#otherLayout.set(tensor.name, name).set(name, tensor.name);
    if (this.needsGradient(tensor)) this.#withGradient.add(name);
    return name;
  }
}
