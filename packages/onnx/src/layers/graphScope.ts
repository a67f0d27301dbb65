import type { GraphBuilder } from '../graph/graphBuilder.js';
import type { Tensor } from '../graph/tensor.js';
import type { LayerNode, WeightNode } from '../network/layerNode.js';
import { inMemory, recomputedFrom, tensorInMemory } from './recomputation.js';
import type { Recomputation } from './recomputation.js';
import type { Mask, MaskSpec, Scope } from './scope.js';

/** A dropout mask that the caller draws for each step. */
export interface DropoutMask extends MaskSpec {
  /** Name of the input: uint8 `[N, ...shape]`, 1 where the element is kept and 0 where it is dropped. */
  readonly name: string;
  /** Name of the layer in the model. */
  readonly layer: string;
}

/** The graph under construction: keeps what the layers register while they are built. */
export class GraphScope implements Scope {
  /** Weights that the layers asked for; their names in the graph are their own. */
  readonly weights = new Set<WeightNode>();
  /** Gradients of trainable weights. */
  readonly gradients = new Map<WeightNode, string>();
  /** Values after the step of weights that are not trained by gradients. */
  readonly updates = new Map<WeightNode, string>();
  readonly masks: DropoutMask[] = [];
  private readonly withGradient = new Set<string>();
  private readonly otherLayout = new Map<string, string>();
  private readonly recomputations = new Map<string, Recomputation>();
  private nExamples?: string;

  constructor(
    readonly graph: GraphBuilder,
    readonly training: boolean,
    private readonly inputName: string,
    readonly batchStatistics = training,
  ) {}

  weight(weight: WeightNode): string {
    this.weights.add(weight);
    return weight.name;
  }

  addGradient(weight: WeightNode, gradient: string): void {
    if (!weight.trainable) return;
    const sum = this.gradients.get(weight);
    this.gradients.set(weight, sum === undefined ? gradient : this.graph.op('Add', [sum, gradient]));
  }

  update(weight: WeightNode, value: string): void {
    this.updates.set(weight, value);
  }

  dropoutMask(layer: LayerNode, { shape, channelsFirst, rate }: MaskSpec): Mask {
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
    this.nExamples ??= this.graph.op('Shape', [this.inputName], { start: 0, end: 1 });
    return this.nExamples;
  }

  channelsFirst(tensor: Tensor): Tensor {
    if (tensor.channelsFirst || tensor.shape.length < 2) return tensor;
    const spatial = tensor.shape.slice(0, -1);
    const perm = [0, tensor.shape.length, ...spatial.map((_, axis) => axis + 1)];
    const shape = [tensor.shape.at(-1)!, ...spatial];
    return { ...tensor, name: this.relaid(tensor, perm, shape), channelsFirst: true };
  }

  channelsLast(tensor: Tensor): Tensor {
    if (!tensor.channelsFirst) return tensor;
    const perm = [0, ...tensor.shape.slice(0, -1).map((_, axis) => axis + 2), 1];
    return { ...tensor, name: this.relaid(tensor, perm, tensor.shape), channelsFirst: false };
  }

  recompute(tensor: Tensor, recomputation: Recomputation): void {
    this.recomputations.set(tensor.name, recomputation);
  }

  example(tensor: Tensor): Recomputation {
    const known = this.recomputations.get(tensor.name);
    return known ?? tensorInMemory(tensor);
  }

  needsGradient(tensor: Tensor): boolean {
    return this.withGradient.has(tensor.name);
  }

  /** Notes that trainable weights have gone into this tensor. */
  markNeedsGradient(tensor: Tensor): void {
    this.withGradient.add(tensor.name);
  }

  /** The tensor in the other layout, made once; the way back is known too. */
  private relaid(tensor: Tensor, perm: readonly number[], shape: readonly number[]): string {
    const known = this.otherLayout.get(tensor.name);
    if (known !== undefined) return known;
    // With one channel or one position both layouts hold the elements in the same order.
    const oneColumn = tensor.shape.at(-1) === 1 || tensor.shape.slice(0, -1).every((size) => size === 1);
    const name = oneColumn
      ? this.graph.op('Reshape', [tensor.name, this.graph.ints(-1, ...shape)])
      : this.graph.op('Transpose', [tensor.name], { perm });
    this.otherLayout.set(tensor.name, name).set(name, tensor.name);
    if (this.needsGradient(tensor)) this.withGradient.add(name);
    return name;
  }
}
