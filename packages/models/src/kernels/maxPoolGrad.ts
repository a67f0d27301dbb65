import { backend_util } from '@tensorflow/tfjs-core';
import { allocate, type KernelInputs, view, type WasmKernel } from './wasmKernel.js';

interface Attributes {
  readonly filterSize: number | [number, number];
  readonly strides: number | [number, number];
  readonly pad: 'valid' | 'same' | number | backend_util.ExplicitPadding;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/**
 * Gradient of max-pooling: the gradient of each output goes to the first input of its window that equals the output.
 * Several times as fast as the kernel of the WASM backend.
 */
export const maxPoolGrad: WasmKernel<KernelInputs<'dy' | 'input' | 'output'>, Attributes> = (
  { dy, input, output },
  { filterSize, strides, pad, dimRoundingMode },
  backend,
) => {
  const shape = input.shape as [number, number, number, number];
  const sizes = backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
  const dx = allocate(backend, shape);
  view(backend, dx).fill(0);
  scatterGradients(
    { dy: view(backend, dy), x: view(backend, input), y: view(backend, output), dx: view(backend, dx) },
    sizes,
  );
  return dx;
};

interface PoolingValues {
  readonly dy: Float32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly dx: Float32Array;
}

function scatterGradients({ dy, x, y, dx }: PoolingValues, sizes: backend_util.Conv2DInfo): void {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, padInfo } = sizes;
  const remaining = new Float32Array(inChannels);
  let to = 0;
  for (let image = 0; image < batchSize; image++) {
    for (let row = 0; row < outHeight; row++) {
      const top = row * sizes.strideHeight - padInfo.top;
      const endRow = Math.min(inHeight, top + sizes.filterHeight);
      for (let column = 0; column < outWidth; column++, to += inChannels) {
        const start = column * sizes.strideWidth - padInfo.left;
        const endColumn = Math.min(inWidth, start + sizes.filterWidth);
        remaining.set(dy.subarray(to, to + inChannels));
        for (let i = Math.max(0, top); i < endRow; i++) {
          for (let j = Math.max(0, start); j < endColumn; j++) {
            const from = ((image * inHeight + i) * inWidth + j) * inChannels;
            for (let channel = 0; channel < inChannels; channel++) {
              // A product, not a branch, because the position of the maximum is unpredictable.
              const share = remaining[channel]! * Number(x[from + channel] === y[to + channel]);
              dx[from + channel] = dx[from + channel]! + share;
              remaining[channel] = remaining[channel]! - share;
            }
          }
        }
      }
    }
  }
}
