import type { Tensor } from '../graph/tensor.js';
import type { Scope } from './scope.js';

/** A gradient in the layout of its value. */
export function inLayoutOf(value: Tensor, gradient: Tensor, scope: Scope): Tensor {
  return value.channelsFirst ? scope.channelsFirst(gradient) : scope.channelsLast(gradient);
}
