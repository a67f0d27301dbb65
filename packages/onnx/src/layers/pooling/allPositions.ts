import type { GraphBuilder } from '../../graph/graphBuilder.js';
import type { Tensor } from '../../graph/tensor.js';
import type { LayerNode } from '../../network/layerNode.js';
import { checkChannelsLast } from '../convolution/windows.js';

/** All positions of an example, in either layout. */
export interface AllPositions {
  /** All axes except batch and channels, an int64 vector. */
  readonly axes: string;
  /** The shape to expand one value per channel to: the sizes of those axes, 1 for the others. */
  readonly sizes: string;
  readonly nPositions: number;
  /** `[N, nChannels]` with axes of size 1 for the positions. */
  readonly withPositions: (name: string) => string;
}

/** @throws {SerError} `unsupported-option` when the layer is channels first */
export function allPositions(
  layer: LayerNode,
  { shape, channelsFirst }: Tensor,
  graph: GraphBuilder,
): AllPositions {
  checkChannelsLast(layer);
  const positions = shape.slice(0, -1);
  const axes = graph.ints(...positions.map((_, axis) => axis + (channelsFirst ? 2 : 1)));
  return {
    axes,
    sizes: graph.ints(1, ...(channelsFirst ? [1, ...positions] : [...positions, 1])),
    nPositions: positions.reduce((product, size) => product * size, 1),
    withPositions: (name) => graph.op('Unsqueeze', [name, axes]),
  };
}
