import type { Tensor } from './tensor.js';

/** The axis in the graph of an axis in Keras (0 is the batch, -1 the channels). */
export function graphAxis(tensor: Tensor, kerasAxis: number): number {
  const last = tensor.shape.length;
  const axis = kerasAxis < 0 ? last + 1 + kerasAxis : kerasAxis;
  if (!tensor.channelsFirst || axis === 0) return axis;
  return axis === last ? 1 : axis + 1;
}
