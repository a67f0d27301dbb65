import * as tf from '@tensorflow/tfjs-core';
import type { Engine } from './engine.js';

/** Opens the plain JavaScript backend: always there, and a hundred times slower than the others. */
export async function openCpuBackend(): Promise<Engine> {
  await import('@tensorflow/tfjs-backend-cpu');
  await tf.setBackend('cpu');
  muteFirstUse(tf.backend());
  return {
    name: 'tfjs-cpu',
    description: `TensorFlow.js ${tf.version_core}, plain JavaScript, one thread`,
  };
}

/** The backend advertises tfjs-node on the console at its first use in Node, unless it has been used before. */
function muteFirstUse(backend: object): void {
  if ('firstUse' in backend) backend.firstUse = false;
}
