import '@tensorflow/tfjs-backend-cpu';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { supportedLayers } from '../../src/layers/layerDefinitions.js';
import { toOnnx } from '../../src/toOnnx.js';
import { errorFrom } from '../errorFrom.js';

describe('definitionOf', () => {
  it.each([
    ['GaussianNoise', layers.gaussianNoise({ name: 'it', stddev: 1, inputShape: [3] })],
    ['Masking', layers.masking({ name: 'it', inputShape: [4, 2] })],
  ])('rejects a layer that is not supported, %s, and lists those that are', (className, layer) => {
    const error = errorFrom(() => toOnnx(sequential({ layers: [layer] })));
    expect(error).toMatchObject({ code: 'unsupported-layer', layer: 'it' });
    expect(error.message).toContain(`Layer "it" is a ${className}`);
    expect(error.message).toContain(supportedLayers.join(', '));
  });
});
