import * as tf from '@tensorflow/tfjs-core';
import { registerBatchMatMul } from './batchMatMul.js';
import { registerColumnSums } from './columnSums.js';
import { conv2dBackpropFilter } from './conv2dBackpropFilter.js';
import { conv2dBackpropInput } from './conv2dBackpropInput.js';
import { identity } from './identity.js';
import { maxPoolGrad } from './maxPoolGrad.js';
import { registerTile } from './tile.js';
import { registerWasmKernel } from './wasmKernel.js';

let registered = false;

/** Registers training kernels that the WASM backend lacks, and faster ones; once per process. */
export function registerTrainingKernels(): void {
  if (registered) return;
  registered = true;
  registerWasmKernel(tf.Conv2DBackpropFilter, conv2dBackpropFilter);
  registerWasmKernel(tf.Conv2DBackpropInput, conv2dBackpropInput);
  registerWasmKernel(tf.MaxPoolGrad, maxPoolGrad);
  registerWasmKernel(tf.Identity, identity);
  registerBatchMatMul();
  registerColumnSums();
  registerTile();
}
