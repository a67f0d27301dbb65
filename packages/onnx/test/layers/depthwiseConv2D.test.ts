import '@tensorflow/tfjs-backend-cpu';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { toOnnx } from '../../src/toOnnx.js';
import { errorFrom } from '../errorFrom.js';

describe('DepthwiseConv2D', () => {
  it('rejects dilation, which TensorFlow.js ignores', () => {
    const args = { name: 'depth', kernelSize: 2, dilationRate: 2, inputShape: [4, 4, 1] };
    const error = errorFrom(() => toOnnx(sequential({ layers: [layers.depthwiseConv2d(args)] })));
    expect(error).toMatchObject({ code: 'unsupported-option', layer: 'depth' });
    expect(error.message).toContain('dilation_rate 2, 2');
  });
});
