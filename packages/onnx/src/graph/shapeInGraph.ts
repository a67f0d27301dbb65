import type { Tensor } from './tensor.js';

/** Shape of one example in the layout of the graph. */
export function shapeInGraph({ shape, channelsFirst }: Tensor): readonly number[] {
  return channelsFirst ? [shape.at(-1)!, ...shape.slice(0, -1)] : shape;
}
