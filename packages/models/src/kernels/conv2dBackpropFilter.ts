import * as tf from '@tensorflow/tfjs-core';
import { type ConvolutionAttributes, convolutionSizes } from './convolution.js';
import { allocate, type KernelInputs, view, type WasmBackend, type WasmKernel } from './wasmKernel.js';

/** Largest number of values of the patch matrix at a time: 16 MiB. */
const patchLimit = 2 ** 22;

interface Attributes extends ConvolutionAttributes {
  readonly filterShape: [number, number, number, number];
}

/**
 * Gradient of a convolution with respect to its filter, which the WASM backend lacks: the matrix product of the input
 * patches with the gradients of the outputs.
 *
 * The patch matrix has one row for each filter weight, so that neither factor of the product is transposed, as XNNPACK
 * requires.
 */
export const conv2dBackpropFilter: WasmKernel<KernelInputs<'x' | 'dy'>, Attributes> = (
  { x, dy },
  attributes,
  backend,
) => {
  const { filterShape } = attributes;
  const sizes = convolutionSizes(x.shape, filterShape, attributes);
  const { batchSize, inChannels, outChannels, outHeight, outWidth, filterHeight, filterWidth } = sizes;
  const nWeights = filterHeight * filterWidth * inChannels;
  const nAtOnce = Math.max(1, Math.floor(patchLimit / (nWeights * outHeight * outWidth)));
  return tf.tidy(() => {
    let gradient: tf.Tensor = tf.zeros([nWeights, outChannels]);
    for (let start = 0; start < batchSize; start += nAtOnce) {
      const n = Math.min(nAtOnce, batchSize - start);
      const patches = gatherPatches(examples(x, start, n), sizes, backend);
      const gradients = tf.reshape(examples(dy, start, n), [n * outHeight * outWidth, outChannels]);
      gradient = tf.add(gradient, tf.matMul(patches, gradients));
    }
    return tf.reshape(gradient, filterShape);
  });
};

/** @returns patches of shape `[filterHeight · filterWidth · inChannels, n · outHeight · outWidth]` */
function gatherPatches(x: tf.Tensor, sizes: tf.backend_util.Conv2DInfo, backend: WasmBackend): tf.Tensor2D {
  const { inChannels, outHeight, outWidth, filterHeight, filterWidth } = sizes;
  const padded = pad(x, sizes);
  const [n, height, width] = padded.shape as [number, number, number];
  const planes = tf.transpose(tf.reshape(padded, [n * height * width, inChannels]));
  const patches = allocate(backend, [filterHeight * filterWidth * inChannels, n * outHeight * outWidth]);
  copyPatches(view(backend, planes), view(backend, patches), {
    ...sizes,
    nPlanes: inChannels * n,
    height,
    width,
  });
  return tf.engine().makeTensorFromTensorInfo(patches) as tf.Tensor2D;
}

interface PatchSizes extends tf.backend_util.Conv2DInfo {
  /** Padded images of one channel, `[height, width]` each. */
  readonly nPlanes: number;
  readonly height: number;
  readonly width: number;
}

/** For every filter position, the values of all planes that this position is multiplied with. */
function copyPatches(planes: Float32Array, patches: Float32Array, sizes: PatchSizes): void {
  const { nPlanes, height, width, outHeight, outWidth, strideHeight, strideWidth } = sizes;
  let to = 0;
  for (let i = 0; i < sizes.filterHeight; i++) {
    for (let j = 0; j < sizes.filterWidth; j++) {
      for (let plane = 0; plane < nPlanes; plane++) {
        for (let row = 0; row < outHeight; row++, to += outWidth) {
          const from = (plane * height + row * strideHeight + i) * width + j;
          copyEvery(strideWidth, planes, from, patches, to, outWidth);
        }
      }
    }
  }
}

function copyEvery(
  stride: number,
  source: Float32Array,
  from: number,
  target: Float32Array,
  to: number,
  n: number,
): void {
  if (stride === 1) target.set(source.subarray(from, from + n), to);
  else for (let k = 0; k < n; k++) target[to + k] = source[from + k * stride]!;
}

function pad(x: tf.Tensor, { padInfo: { top, bottom, left, right } }: tf.backend_util.Conv2DInfo): tf.Tensor {
  if (top + bottom + left + right === 0) return x;
  return tf.pad(x, [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ]);
}

function examples(tensor: tf.Tensor, start: number, n: number): tf.Tensor {
  if (n === tensor.shape[0]) return tensor;
  return tf.slice(tensor, [start, 0, 0, 0], [n, -1, -1, -1]);
}
