import * as tf from '@tensorflow/tfjs-core';
import { ModelError } from '../errors.js';
import type { Engine } from './engine.js';
import { quietly } from './quietly.js';

/** Not a literal, so that the compiler and bundlers do not resolve the optional peer. */
const tfjsNode: string = '@tensorflow/tfjs-node';

/**
 * Opens the native TensorFlow library, if `@tensorflow/tfjs-node` is installed and works.
 *
 * @throws {SerError} `engine-unavailable` with the reason as its `cause`
 */
export async function openNodeBackend(): Promise<Engine> {
  try {
    await quietly(
      () => import(/* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ tfjsNode),
    );
    if (!(await tf.setBackend('tensorflow'))) throw new Error('The native library did not start.');
    checkAddition();
  } catch (cause) {
    throw new ModelError(
      'engine-unavailable',
      'Engine `tfjs-node` does not work here. Install it with `npm install @tensorflow/tfjs-node` (it downloads ' +
        "a native library and needs Node 22 or older), or use 'tfjs-wasm'.",
      { cause },
    );
  }
  return { name: 'tfjs-node', description: `TensorFlow.js ${tf.version_core}, native TensorFlow library` };
}

/** On Node 23 and later, the package loads but fails at its first operation. */
function checkAddition(): void {
  const sum = tf.tidy(() => tf.add(tf.tensor1d([1]), tf.tensor1d([2])).dataSync()[0]);
  if (sum !== 3) throw new Error(`The native library must add 1 and 2 to 3; got ${sum}.`);
}
