import type { GraphBuilder } from '../graph/graphBuilder.js';
import type { Tensor } from '../graph/tensor.js';
import type { LayerNode } from '../network/layerNode.js';
import { checkChannelsLast } from './convolution/windows.js';

/** Number of positions to add or remove before and after, for each axis. */
export interface Borders {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/**
 * Reads `padding` or `cropping`: `[[top, bottom], [left, right]]`.
 *
 * @throws {SerError} `unsupported-option` when the layer is channels first
 */
export function bordersOf(layer: LayerNode, option: 'padding' | 'cropping'): Borders {
  checkChannelsLast(layer);
  const borders = layer.config[option] as readonly (readonly [number, number])[];
  return { before: borders.map(([before]) => before), after: borders.map(([, after]) => after) };
}

/** The tensor with zeros around it, in either layout. */
export function withBorders(tensor: Tensor, { before, after }: Borders, graph: GraphBuilder): string {
  const place = (counts: readonly number[]) => (tensor.channelsFirst ? [0, 0, ...counts] : [0, ...counts, 0]);
  return graph.op('Pad', [tensor.name, graph.ints(...place(before), ...place(after))]);
}

/** The tensor without its borders, in either layout. */
export function withoutBorders(tensor: Tensor, { before, after }: Borders, graph: GraphBuilder): string {
  const ends = after.map((count, axis) => tensor.shape[axis]! - count);
  const axes = before.map((_, axis) => axis + (tensor.channelsFirst ? 2 : 1));
  return graph.op('Slice', [tensor.name, graph.ints(...before), graph.ints(...ends), graph.ints(...axes)]);
}
