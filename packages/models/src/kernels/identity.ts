import type { KernelInputs, WasmKernel } from './wasmKernel.js';

/** A second tensor on the same values. The WASM backend copies them, sixty times in a step of training. */
export const identity: WasmKernel<KernelInputs<'x'>, object> = ({ x }, _attributes, backend) => {
  backend.incRef(x.dataId);
  return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
};
