import type { Shape } from '@tensorflow/tfjs-layers';

/** The input shape of a layer that takes one tensor; TensorFlow.js may pass it in a list. */
export function oneShape(shape: Shape | Shape[]): Shape {
  return Array.isArray(shape[0]) ? shape[0] : (shape as Shape);
}
