import type { GraphBuilder } from '../graph/graphBuilder.js';
import type { Tensor } from '../graph/tensor.js';
import type { LayerNode, WeightNode } from '../network/layerNode.js';
import type { Recomputation } from './recomputation.js';

/** A dropout mask in the graph. */
export interface Mask {
  readonly name: string;
  readonly example: Recomputation;
}

/** What a dropout layer asks for. */
export interface MaskSpec {
  /** Shape for one example, as the graph holds the values. */
  readonly shape: readonly number[];
  /** Whether `shape` has the channels in front. */
  readonly channelsFirst: boolean;
  /** Probability that an element is dropped. */
  readonly rate: number;
}

/** What a layer definition may use of the graph under construction. */
export interface Scope {
  readonly graph: GraphBuilder;
  /** Whether the graph trains: dropout drops, backward will be called. */
  readonly training: boolean;
  /** Whether batch normalisation looks at the batch: while training, and where its statistics are asked for. */
  readonly batchStatistics: boolean;
  /** Name in the graph of a weight of the layer, in Keras's layout. */
  weight(weight: WeightNode): string;
  /** Adds to the gradient of a weight; shared layers add several times. A weight that is not trainable is passed over. */
  addGradient(weight: WeightNode, gradient: string): void;
  /** Gives a weight that is not trained by gradients, a moving average say, its value after the step. */
  update(weight: WeightNode, value: string): void;
  /** A float tensor `[N, ...shape]` that is `1 / (1 - rate)` where kept and 0 where dropped, drawn outside for each step. */
  dropoutMask(layer: LayerNode, mask: MaskSpec): Mask;
  /** Name of an int64 tensor of shape `[1]`: the number of examples of this batch. */
  batchSize(): string;
  /** The same tensor in the layout asked for; a Transpose only where it is not so already. */
  channelsFirst(tensor: Tensor): Tensor;
  channelsLast(tensor: Tensor): Tensor;
  /** Notes how one example of a tensor follows from others, for those who read it example by example. */
  recompute(tensor: Tensor, recomputation: Recomputation): void;
  /** One example of a tensor: recomputed where that is known, else as it lies in memory. */
  example(tensor: Tensor): Recomputation;
  /** Whether anything before this tensor has trainable weights. */
  needsGradient(tensor: Tensor): boolean;
}
