import '@tensorflow/tfjs-backend-cpu'; // also serves models that are built before an engine is opened
import * as tf from '@tensorflow/tfjs-core';
import type { Engine } from './engine.js';

muteFirstUse();

/** Opens the plain JavaScript backend: it always works, a hundred times slower than the others. */
export async function openCpuBackend(): Promise<Engine> {
  await tf.setBackend('cpu');
  return {
    name: 'tfjs-cpu',
    description: `TensorFlow.js ${tf.version_core}, plain JavaScript, one thread`,
  };
}

/** At its first use in Node, the backend advertises tfjs-node on the console. */
function muteFirstUse(): void {
  const { registry, registryFactory } = tf.engine();
  const entry = registryFactory['cpu']!;
  const { factory } = entry;
  entry.factory = () => muted(factory());
  if (registry['cpu']) muted(registry['cpu']);
}

function muted<Backend extends object>(backend: Backend): Backend {
  if ('firstUse' in backend) backend.firstUse = false;
  return backend;
}
