import type { Tensor } from './tensor.js';

/** Where one of Keras's axes (0 the batch, -1 the channels) lies in the graph. */
export function graphAxis(tensor: Tensor, kerasAxis: number): number {
  const last = tensor.shape.length;
  const axis = kerasAxis < 0 ? last + 1 + kerasAxis : kerasAxis;
  if (!tensor.channelsFirst || axis === 0) return axis;
  return axis === last ? 1 : axis + 1;
}
