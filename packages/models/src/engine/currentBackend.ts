import * as tf from '@tensorflow/tfjs-core';
import type { Engine } from './engine.js';

/**
 * The current backend of TensorFlow.js as an engine: one that you installed and set, such as WebGL or WebGPU in a
 * browser. It trains models whose gradients the backend supports.
 *
 * @example
 * await tf.setBackend('webgpu');
 * const classifier = createClassifier(network, { engine: currentBackend(), inputShape, nClasses: 8, seed: 1 });
 */
export function currentBackend(): Engine {
  const backend = tf.getBackend();
  const description = `TensorFlow.js ${tf.version_core}, current backend ${backend}`;
  return { name: 'tfjs-current', description, backend };
}
