import * as tf from '@tensorflow/tfjs-core';
import { ModelError } from '../errors.js';
import { registerTrainingKernels } from '../kernels/registerTrainingKernels.js';
import type { Engine } from './engine.js';
import { keepProcessListeners } from '@ser/onnx/runtime';
import { quietly } from './quietly.js';
import { requireServed } from './requireServed.js';

/**
 * Opens XNNPACK in WebAssembly and registers the training kernels that it lacks.
 *
 * @throws {SerError} `engine-unavailable` when the `.wasm` file cannot be read
 */
export async function openWasmBackend(options: { readonly wasmFolder?: string } = {}): Promise<Engine> {
  try {
    const wasm = await import('@tensorflow/tfjs-backend-wasm');
    // `findBackend` would start it
    if (!('wasm' in tf.engine().registry)) {
      if (options.wasmFolder === undefined) await requireServed(await moduleFile());
      else wasm.setWasmPaths(options.wasmFolder);
      const opened = await keepProcessListeners(() => quietly(() => tf.setBackend('wasm')));
      if (!opened) throw new Error('The WebAssembly module did not start.');
    }
  } catch (cause) {
    throw new ModelError(
      'engine-unavailable',
      "Engine `tfjs-wasm` does not work here. In a browser, serve TensorFlow.js's .wasm files and name their folder in `wasmFolder`.",
      { cause },
    );
  }
  await tf.setBackend('wasm');
  registerTrainingKernels();
  return {
    name: 'tfjs-wasm',
    description: `TensorFlow.js ${tf.version_core}, ${await instructionSet()}, one thread`,
  };
}

/** The file, one of three, that TensorFlow.js loads here. */
async function moduleFile(): Promise<string> {
  const hasSimd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
  const hasThreads = hasSimd && (await tf.env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT'));
  return `tfjs-backend-wasm${hasThreads ? '-threaded' : ''}${hasSimd ? '-simd' : ''}.wasm`;
}

async function instructionSet(): Promise<string> {
  const simd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
  return simd ? 'WebAssembly with SIMD' : 'WebAssembly';
}
