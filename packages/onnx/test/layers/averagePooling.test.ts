import '@tensorflow/tfjs-backend-cpu';
import { layers } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { poolingGradient } from './poolingGradient.js';

describe('AveragePooling1D', () => {
  it('does not count padding', async () => {
    const pooling = layers.averagePooling1d({ poolSize: 2, strides: 2, padding: 'same' });
    expect(await poolingGradient([1, 2, 3], pooling)).toEqual([0.5, 0.5, 1]);
  });
});
