import '@tensorflow/tfjs-backend-cpu';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { toOnnx } from '../../src/toOnnx.js';
import { errorFrom } from '../errorFrom.js';

describe('TimeDistributed', () => {
  it('rejects batch normalization, whose statistics would be those of one step', () => {
    const layer = layers.timeDistributed({ layer: layers.batchNormalization(), inputShape: [4, 2] });
    const error = errorFrom(() => toOnnx(sequential({ layers: [layer] })));
    expect(error.code).toBe('unsupported-option');
    expect(error.message).toContain(
      'contains a BatchNormalization, which is not supported there. Supported: ',
    );
  });
});
