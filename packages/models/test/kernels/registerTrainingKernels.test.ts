import '@tensorflow/tfjs-layers'; // registers the gradients
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { onEngine, relativeDifference, wave } from '../onEngine.js';

type Shape4 = [number, number, number, number];

interface ConvolutionCase {
  readonly x: Shape4;
  readonly filter: Shape4;
  readonly strides: number | [number, number];
  readonly pad: 'same' | 'valid' | number;
}

const convolutions: ConvolutionCase[] = [
  { x: [3, 1, 13, 4], filter: [1, 5, 4, 6], strides: 1, pad: 'same' },
  { x: [3, 1, 13, 4], filter: [1, 5, 4, 6], strides: 1, pad: 'valid' },
  { x: [2, 1, 12, 3], filter: [1, 4, 3, 2], strides: [1, 2], pad: 'same' },
  { x: [2, 1, 12, 3], filter: [1, 4, 3, 2], strides: [1, 3], pad: 'valid' },
  { x: [2, 9, 8, 3], filter: [3, 3, 3, 4], strides: 1, pad: 'same' },
  { x: [2, 9, 8, 3], filter: [3, 2, 3, 4], strides: 2, pad: 'same' },
  { x: [2, 9, 8, 3], filter: [2, 3, 3, 4], strides: [2, 1], pad: 'valid' },
  { x: [2, 6, 7, 2], filter: [3, 3, 2, 1], strides: 1, pad: 1 },
  { x: [1, 1, 5, 1], filter: [1, 1, 1, 1], strides: 1, pad: 'same' },
  { x: [3, 1, 600, 64], filter: [1, 40, 64, 1], strides: 1, pad: 'same' }, // patches in two parts
];

/** Gradients of a convolution, weighted differently for each output, with respect to its two inputs. */
function convolutionGradients({ x, filter, strides, pad }: ConvolutionCase): [tf.Tensor, tf.Tensor] {
  const convolve = (input: tf.Tensor, weights: tf.Tensor) => {
    const output = tf.conv2d(input as tf.Tensor4D, weights as tf.Tensor4D, strides, pad);
    return tf.sum<tf.Scalar>(tf.mul(output, wave(output.shape, 1, 2)));
  };
  const [dx, dFilter] = tf.grads(convolve)([wave(x), wave(filter, 0.5, 1)]);
  return [dx!, dFilter!];
}

describe('gradients of convolutions on tfjs-wasm', () => {
  // float32 sums: differences are 2e-6, and 9e-6 if 32,400 products are added one by one on tfjs-cpu
  it.each(convolutions)('equal those of tfjs-cpu, %o', async (convolution) => {
    for (const side of [0, 1]) {
      const wasm = await onEngine('tfjs-wasm', () => convolutionGradients(convolution)[side]!);
      const cpu = await onEngine('tfjs-cpu', () => convolutionGradients(convolution)[side]!);
      expect(relativeDifference(wasm, cpu)).toBeLessThan(5e-5);
    }
  });

  it('equal central differences', async () => {
    const shape: Shape4 = [1, 3, 2, 2];
    const loss = (filter: tf.Tensor) => {
      const output = tf.conv2d(wave([2, 1, 7, 2]) as tf.Tensor4D, filter as tf.Tensor4D, 1, 'same');
      return tf.sum<tf.Scalar>(tf.mul(output, wave(output.shape, 1, 2)));
    };
    const gradient = await onEngine('tfjs-wasm', () => tf.grad(loss)(wave(shape, 0.5)));
    const step = 0.25; // the loss is linear in the filter, so a great step costs nothing and rounds least
    const differences = Float32Array.from(gradient, (_, i) => {
      return tf.tidy(() => {
        const nudge = tf.mul(tf.reshape(tf.oneHot(tf.tensor1d([i], 'int32'), gradient.length), shape), step);
        const above = loss(tf.add(wave(shape, 0.5), nudge)).dataSync()[0]!;
        const below = loss(tf.sub(wave(shape, 0.5), nudge)).dataSync()[0]!;
        return (above - below) / (2 * step);
      });
    });
    expect(relativeDifference(gradient, differences)).toBeLessThan(1e-5);
  });

  it('of the input is also the transposed convolution', async () => {
    const transposed = () =>
      tf.conv2dTranspose(
        wave([2, 5, 4, 3]) as tf.Tensor4D,
        wave([3, 3, 2, 3]) as tf.Tensor4D,
        [2, 10, 8, 2],
        2,
        'same',
      );
    const cpu = await onEngine('tfjs-cpu', transposed);
    expect(relativeDifference(await onEngine('tfjs-wasm', transposed), cpu)).toBeLessThan(1e-5);
  });
});

describe('gradient of max-pooling on tfjs-wasm', () => {
  const poolings: { x: Shape4; size: [number, number]; strides: [number, number]; pad: 'same' | 'valid' }[] =
    [
      { x: [2, 8, 1, 3], size: [2, 1], strides: [2, 1], pad: 'valid' },
      { x: [2, 9, 1, 3], size: [2, 1], strides: [2, 1], pad: 'valid' },
      { x: [2, 11, 1, 3], size: [5, 1], strides: [2, 1], pad: 'same' },
      { x: [2, 7, 6, 2], size: [2, 2], strides: [2, 2], pad: 'same' },
      { x: [2, 7, 6, 2], size: [3, 3], strides: [1, 1], pad: 'valid' },
    ];

  it.each(poolings)('equals that of tfjs-cpu, %o', async ({ x, size, strides, pad }) => {
    const gradient = () => {
      const pool = (input: tf.Tensor) => {
        const output = tf.maxPool(input as tf.Tensor4D, size, strides, pad);
        return tf.sum(tf.mul(output, wave(output.shape, 1, 2)));
      };
      return tf.grad(pool)(wave(x));
    };
    const cpu = await onEngine('tfjs-cpu', gradient);
    expect(relativeDifference(await onEngine('tfjs-wasm', gradient), cpu)).toBeLessThan(1e-6);
  });

  it('assigns the gradient of a tie to the first maximum', async () => {
    const gradient = await onEngine('tfjs-wasm', () => {
      return tf.grad((x: tf.Tensor) => tf.sum(tf.maxPool(x as tf.Tensor4D, [2, 1], [2, 1], 'valid')))(
        tf.ones([1, 4, 1, 1]),
      );
    });
    expect([...gradient]).toEqual([1, 0, 1, 0]);
  });
});

describe('faster kernels on tfjs-wasm', () => {
  const cases: [string, () => tf.Tensor][] = [
    ['product with the first factor transposed', () => tf.matMul(wave([7, 3]), wave([7, 4]), true, false)],
    ['product with the second factor transposed', () => tf.matMul(wave([3, 7]), wave([4, 7]), false, true)],
    [
      'product of batches with both transposed',
      () => tf.matMul(wave([2, 7, 3]), wave([2, 4, 7]), true, true),
    ],
    ['sum over leading axes', () => tf.sum(wave([5, 3, 4]), [0, 1])],
    ['sum over leading axes, kept', () => tf.sum(wave([5, 3, 4]), [0, 1], true)],
    ['sum over the last axis', () => tf.sum(wave([5, 3, 4]), -1)],
    ['sum over all', () => tf.sum(wave([5, 3]))],
    ['sum of whole numbers', () => tf.sum(tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2], 'int32'), 0)],
    ['mean over the first axis', () => tf.mean(wave([9, 4]), 0)],
    ['mean over a middle axis', () => tf.mean(wave([5, 3, 4]), 1)],
    ['a row repeated', () => tf.tile(wave([1, 1, 5]), [2, 3, 1])],
    ['a matrix repeated both ways', () => tf.tile(wave([2, 3]), [2, 2])],
    ['a clone', () => tf.clone(wave([4]))],
  ];

  it.each(cases)('equal those of tfjs-cpu: %s', async (_name, compute) => {
    const cpu = await onEngine('tfjs-cpu', compute);
    expect(relativeDifference(await onEngine('tfjs-wasm', compute), cpu)).toBeLessThan(1e-5);
  });

  it('keep a clone when its original is disposed', async () => {
    await onEngine('tfjs-wasm', () => tf.scalar(0));
    const original = wave([3]);
    const clone = tf.clone(original);
    original.dispose();
    expect([...clone.dataSync()]).toEqual([...wave([3]).dataSync()]);
    clone.dispose();
  });
});
