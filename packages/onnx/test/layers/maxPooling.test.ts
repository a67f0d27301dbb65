import '@tensorflow/tfjs-backend-cpu';
import { layers } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { poolingGradient } from './poolingGradient.js';

describe('MaxPooling1D', () => {
  it('gives the gradient to the first of equal values in adjacent windows', async () => {
    const pooling = layers.maxPooling1d({ poolSize: 2 });
    expect(await poolingGradient([3, 3, 1, 2, 0, 0], pooling)).toEqual([1, 0, 0, 1, 1, 0]);
  });

  it('gives the gradient to the first of equal values in overlapping windows, and adds these up', async () => {
    const pooling = layers.maxPooling1d({ poolSize: 3, strides: 1 });
    expect(await poolingGradient([0, 2, 2, 2, 0], pooling)).toEqual([0, 2, 1, 0, 0]);
  });

  it('gives no gradient to padding, even if all values are negative', async () => {
    const pooling = layers.maxPooling1d({ poolSize: 3, strides: 2, padding: 'same' });
    expect(await poolingGradient([-1, -2, -3, -4, -5], pooling)).toEqual([1, 1, 0, 1, 0]);
  });
});
