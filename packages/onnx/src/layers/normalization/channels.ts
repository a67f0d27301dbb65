import type { Tensor } from '../../graph/tensor.js';

/** The axes of one example, channels first, that are not the channels. */
export function positionAxes({ shape }: Tensor): number[] {
  return shape.slice(1).map((_, axis) => axis + 1);
}

/** Shape of one value per channel that broadcasts against one example: `[nChannels, 1, 1]`. */
export function perChannelShape({ shape }: Tensor): number[] {
  return [shape.at(-1)!, ...shape.slice(1).map(() => 1)];
}
