import { SerError } from '@ser/core';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { toOnnx } from '../src/toOnnx.js';
import { openSession } from './session.js';

type Conv1DArgs = Parameters<typeof layers.conv1d>[0];

/** What a convolution of one channel with this kernel makes of these values. */
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
  it('weighs the elements of each window, the kernel not turned round', async () => {
    expect(await convolve([1, 2, 4, 8], [1, 10, 100], {})).toEqual([421, 842]);
  });

  it('pads an even kernel with one more behind than in front, as TensorFlow does', async () => {
    expect(await convolve([1, 2, 3], [1, 10], { padding: 'same' })).toEqual([21, 32, 3]);
  });

  it('looks only back when causal, which TensorFlow.js cannot run', async () => {
    expect(await convolve([1, 2, 3, 4], [1, 10], { padding: 'causal' })).toEqual([10, 21, 32, 43]);
    const dilated = { padding: 'causal', dilationRate: 2 } as const;
    expect(await convolve([1, 2, 3, 4], [1, 10], dilated)).toEqual([10, 20, 31, 42]);
  });
});

describe('what a convolution refuses, by name', () => {
  const refused = (layer: layers.Layer): SerError => {
    const model = sequential({ layers: [layer] });
    try {
      toOnnx(model);
    } catch (error) {
      return error as SerError;
    }
    throw new Error('not refused');
  };

  it('channels in front', () => {
    const error = refused(
      layers.conv2d({
        name: 'image',
        filters: 2,
        kernelSize: 2,
        dataFormat: 'channelsFirst',
        inputShape: [1, 4, 4],
      }),
    );
    expect(error).toMatchObject({ name: 'SerError', code: 'unsupported-option', layer: 'image' });
    expect(error.message).toContain('Use "channels_last"');
  });

  it('dilation of a DepthwiseConv2D, which TensorFlow.js overlooks', () => {
    const args = { name: 'depth', kernelSize: 2, dilationRate: 2, inputShape: [4, 4, 1] };
    const error = refused(layers.depthwiseConv2d(args));
    expect(error).toMatchObject({ code: 'unsupported-option', layer: 'depth' });
    expect(error.message).toContain('dilation_rate 2, 2');
  });

  it('interpolation between pixels', () => {
    const error = refused(
      layers.upSampling2d({ size: [2, 2], interpolation: 'bilinear', inputShape: [4, 4, 1] }),
    );
    expect(error).toMatchObject({ code: 'unsupported-option' });
    expect(error.message).toContain('Use "nearest"');
  });
});
