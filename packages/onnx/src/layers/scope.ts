import type { GraphBuilder } from '../graph/graphBuilder.js';
import type { Tensor } from '../graph/tensor.js';
import type { LayerNode, WeightNode } from '../network/layerNode.js';
import type { Recomputation } from './recomputation.js';

/** A dropout mask in the graph. */
export interface Mask {
  readonly name: string;
  readonly example: Recomputation;
}

/** The dropout mask that a layer needs. */
export interface MaskDescription {
  /** Shape for one example, in the layout of the graph. */
  readonly shape: readonly number[];
  /** Whether `shape` is channels first. */
  readonly channelsFirst: boolean;
  /** Probability that an element is dropped, from 0 to below 1. */
  readonly rate: number;
}

/** What a layer definition can read and add while the graph is built. */
export interface Scope {
  readonly graph: GraphBuilder;
  /** Whether this is a training graph: dropout is active, and `backward` will be called. */
  readonly training: boolean;
  /** Whether batch normalization uses the statistics of the batch: in training and in a statistics graph. */
  readonly batchStatistics: boolean;
  /** Name in the graph of a weight, in the layout of Keras. */
  weight(weight: WeightNode): string;
  /** Adds to the gradient of a weight; shared layers add several times. Weights that are not trainable are skipped. */
  addGradient(weight: WeightNode, gradient: string): void;
  /** Sets the value after the step of a weight that has no gradient, such as a moving average. */
  update(weight: WeightNode, value: string): void;
  /** A float tensor `[N, ...shape]` that is `1 / (1 - rate)` where an element is kept and 0 where it is dropped. You draw it anew for each step. */
  dropoutMask(layer: LayerNode, mask: MaskDescription): Mask;
  /** Name of an int64 tensor of shape `[1]`: the number of examples of this batch. */
  batchSize(): string;
  /** The tensor in the requested layout; adds a Transpose only when the layout differs. */
  channelsFirst(tensor: Tensor): Tensor;
  channelsLast(tensor: Tensor): Tensor;
  /** Records how to compute one example of a tensor from others, for layers that read it example by example. */
  recompute(tensor: Tensor, recomputation: Recomputation): void;
  /** One example of a tensor: recomputed where that is recorded, otherwise read from memory. */
  example(tensor: Tensor): Recomputation;
  /** Whether anything before this tensor has trainable weights. */
  needsGradient(tensor: Tensor): boolean;
}
