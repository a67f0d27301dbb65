import '@tensorflow/tfjs-backend-cpu';
import { tensor } from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { toOnnx } from '../../src/toOnnx.js';
import { errorFrom } from '../errorFrom.js';
import { openSession } from '../session.js';

describe('Embedding', () => {
  it('gives the rows of its table', async () => {
    const layer = layers.embedding({ inputDim: 3, outputDim: 2, inputLength: 2 });
    const model = sequential({ layers: [layer] });
    layer.setWeights([tensor([0, 1, 10, 11, 20, 21], [3, 2])]);
    const run = await openSession(toOnnx(model));
    const { output } = await run({ input: { shape: [1, 2], data: Float32Array.of(2, 0) } });
    expect([...output!]).toEqual([20, 21, 0, 1]);
  });

  it('rejects masking of zeros', () => {
    const layer = layers.embedding({ inputDim: 3, outputDim: 2, inputLength: 4, maskZero: true });
    const error = errorFrom(() => toOnnx(sequential({ layers: [layer] })));
    expect(error.code).toBe('unsupported-option');
    expect(error.message).toContain('`mask_zero` of the Embedding layer');
  });
});
