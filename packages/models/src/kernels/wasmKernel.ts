import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

/** The part of the WASM backend that these kernels use: tensors are views of one heap with reference counts. */
export type WasmBackend = Pick<BackendWasm, 'makeOutput' | 'typedArrayFromHeap' | 'incRef'>;

/** The inputs of a kernel, by name. */
export type KernelInputs<Names extends string> = Readonly<Record<Names, tf.Tensor>>;

/** A kernel for the WASM backend. */
export type WasmKernel<Inputs, Attributes> = (
  inputs: Inputs,
  attributes: Attributes,
  backend: WasmBackend,
) => tf.TensorInfo;

/** Registers a kernel for the WASM backend; it replaces an existing one. */
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

/** A new float32 tensor on the heap; its values are undefined. */
export function allocate(backend: WasmBackend, shape: readonly number[]): tf.TensorInfo {
  return backend.makeOutput([...shape], 'float32');
}

/**
 * A view of the values of a float32 tensor. Create views after all allocations: when the heap grows, it moves, and earlier
 * views become empty.
 */
export function view(backend: WasmBackend, tensor: tf.TensorInfo): Float32Array {
  return backend.typedArrayFromHeap(tensor) as Float32Array;
}
