import * as tf from '@tensorflow/tfjs-core';
import { allocate, view, type WasmBackend } from './wasmKernel.js';

/**
 * Makes the repetition of a vector fast on the WASM backend, which takes a quarter of the time of the gradient of batch
 * normalization: repeating `[1, …, 1, n]` along the leading axes copies rows.
 */
export function registerTile(): void {
  const original = tf.getKernel(tf.Tile, 'wasm');
  tf.unregisterKernel(tf.Tile, 'wasm');
  tf.registerKernel({
    ...original,
    kernelFunc: (call) => {
      const { x } = call.inputs as { x: tf.TensorInfo };
      const { reps } = call.attrs as unknown as { reps: readonly number[] };
      const isRow =
        x.dtype === 'float32' && tf.util.sizeFromShape(x.shape) === x.shape.at(-1) && reps.at(-1) === 1;
      return isRow ? repeatRow(x, reps, call.backend as WasmBackend) : original.kernelFunc(call);
    },
  });
}

function repeatRow(row: tf.TensorInfo, reps: readonly number[], backend: WasmBackend): tf.TensorInfo {
  const tiled = allocate(
    backend,
    row.shape.map((size, axis) => size * reps[axis]!),
  );
  const from = view(backend, row);
  const to = view(backend, tiled);
  for (let start = 0; start < to.length; start += from.length) to.set(from, start);
  return tiled;
}
