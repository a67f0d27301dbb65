import '@tensorflow/tfjs-backend-cpu';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { toOnnx } from '../../src/toOnnx.js';
import { errorFrom } from '../errorFrom.js';

describe('UpSampling2D', () => {
  it('rejects interpolation between pixels', () => {
    const layer = layers.upSampling2d({ size: [2, 2], interpolation: 'bilinear', inputShape: [4, 4, 1] });
    const error = errorFrom(() => toOnnx(sequential({ layers: [layer] })));
    expect(error).toMatchObject({ code: 'unsupported-option' });
    expect(error.message).toContain('Use "nearest"');
  });
});
