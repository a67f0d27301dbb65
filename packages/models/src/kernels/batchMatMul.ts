import * as tf from '@tensorflow/tfjs-core';

/**
 * Makes matrix products with a transposed factor fast on the WASM backend, which uses XNNPACK only for products without
 * transposition: the factor is transposed first, which is ten times faster in total.
 */
export function registerBatchMatMul(): void {
  const original = tf.getKernel(tf.BatchMatMul, 'wasm');
  tf.unregisterKernel(tf.BatchMatMul, 'wasm');
  tf.registerKernel({
    ...original,
    kernelFunc: (call) => {
      const { a, b } = call.inputs as { a: tf.Tensor; b: tf.Tensor };
      const { transposeA, transposeB } = call.attrs as unknown as tf.BatchMatMulAttrs;
      if (!transposeA && !transposeB) return original.kernelFunc(call);
      return tf.tidy(() => tf.matMul(transposeA ? transposed(a) : a, transposeB ? transposed(b) : b));
    },
  });
}

/** Swaps the last two axes. */
function transposed(matrices: tf.Tensor): tf.Tensor {
  const { rank } = matrices;
  const axes = matrices.shape.map((_, axis) => axis);
  return tf.transpose(matrices, [...axes.slice(0, -2), rank - 1, rank - 2]);
}
