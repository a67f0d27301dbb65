import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

/** What our kernels use of the WASM backend: tensors are views of one heap, allocated and counted there. */
export type WasmBackend = Pick<BackendWasm, 'makeOutput' | 'typedArrayFromHeap' | 'incRef'>;

/** Names of the inputs of a kernel, all of them given. */
export type KernelInputs<Names extends string> = Readonly<Record<Names, tf.Tensor>>;

/** A kernel for the WASM backend: tensors and attributes in, the output's description out. */
export type WasmKernel<Inputs, Attributes> = (
  inputs: Inputs,
  attributes: Attributes,
  backend: WasmBackend,
) => tf.TensorInfo;

/** Registers a kernel for the WASM backend, in place of the present one if there is any. */
export function registerWasmKernel<Inputs, Attributes>(
  kernelName: string,
  kernel: WasmKernel<Inputs, Attributes>,
): void {
  if (tf.getKernel(kernelName, 'wasm')) tf.unregisterKernel(kernelName, 'wasm');
  tf.registerKernel({
    kernelName,
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs, backend }) =>
      kernel(inputs as Inputs, attrs as unknown as Attributes, backend as WasmBackend),
  });
}

/** A new float32 tensor on the heap; what it holds is left over from before. */
export function allocate(backend: WasmBackend, shape: readonly number[]): tf.TensorInfo {
  return backend.makeOutput([...shape], 'float32');
}

/**
 * The values of a float32 tensor, in place. Take views after all allocation: when the heap grows it moves,
 * and earlier views are empty.
 */
export function view(backend: WasmBackend, tensor: tf.TensorInfo): Float32Array {
  return backend.typedArrayFromHeap(tensor) as Float32Array;
}
