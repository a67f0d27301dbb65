import * as tf from '@tensorflow/tfjs-core';
import type { Engine } from './engine.js';

/**
 * TensorFlow.js with the backend that is current now, as an engine: one that the caller has installed and set, WebGL
 * or WebGPU in a browser, say. It trains what that backend has gradients for.
 *
 * @example
 * await tf.setBackend('webgpu');
 * const classifier = createClassifier(network, { engine: currentBackend(), inputShape, nClasses: 8, seed: 1 });
 */
export function currentBackend(): Engine {
  const backend = tf.getBackend();
  const description = `TensorFlow.js ${tf.version_core}, backend ${backend}, as it was set`;
  return { name: 'tfjs-current', description, backend };
}
