import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { toOnnx } from '../../src/toOnnx.js';
import { errorFrom } from '../errorFrom.js';
import { openSession } from '../session.js';

type Conv1DArgs = Parameters<typeof layers.conv1d>[0];

/** A convolution with one channel and this kernel, applied to these values. */
async function convolve(values: number[], kernel: number[], args: Partial<Conv1DArgs>): Promise<number[]> {
  const model = sequential();
  const kernelSize = kernel.length;
  model.add(
    layers.conv1d({ filters: 1, kernelSize, inputShape: [values.length, 1], useBias: false, ...args }),
  );
  model.setWeights([tf.tensor(kernel, [kernelSize, 1, 1])]);
  const run = await openSession(toOnnx(model));
  const { output } = await run({
    input: { shape: [1, values.length, 1], data: Float32Array.from(values) },
  });
  return [...output!];
}

describe('Conv1D', () => {
  it('does not flip the kernel', async () => {
    expect(await convolve([1, 2, 4, 8], [1, 10, 100], {})).toEqual([421, 842]);
  });

  it('pads an even kernel with one more zero after than before, as TensorFlow does', async () => {
    expect(await convolve([1, 2, 3], [1, 10], { padding: 'same' })).toEqual([21, 32, 3]);
  });

  it('supports causal padding, which TensorFlow.js cannot run', async () => {
    expect(await convolve([1, 2, 3, 4], [1, 10], { padding: 'causal' })).toEqual([10, 21, 32, 43]);
    const dilated = { padding: 'causal', dilationRate: 2 } as const;
    expect(await convolve([1, 2, 3, 4], [1, 10], dilated)).toEqual([10, 20, 31, 42]);
  });
});

describe('Conv2D', () => {
  it('rejects channels first', () => {
    const args = { filters: 2, kernelSize: 2, dataFormat: 'channelsFirst', inputShape: [1, 4, 4] } as const;
    const model = sequential({ layers: [layers.conv2d({ name: 'image', ...args, inputShape: [1, 4, 4] })] });
    const error = errorFrom(() => toOnnx(model));
    expect(error).toMatchObject({ name: 'SerError', code: 'unsupported-option', layer: 'image' });
    expect(error.message).toContain('Use "channels_last"');
  });
});
