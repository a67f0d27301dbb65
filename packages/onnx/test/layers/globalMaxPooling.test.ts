import '@tensorflow/tfjs-backend-cpu';
import { layers } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { poolingGradient } from './poolingGradient.js';

describe('GlobalMaxPooling1D', () => {
  it('divides the gradient among equal largest values', async () => {
    const pooling = layers.globalMaxPooling1d({});
    expect(await poolingGradient([4, 1, 4, 4, 0, 4], pooling)).toEqual([0.25, 0, 0.25, 0.25, 0, 0.25]);
  });
});
