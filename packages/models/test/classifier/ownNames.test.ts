import { layers, sequential } from '@tensorflow/tfjs-layers';
import { openEngine } from '../../src/engine/openEngine.js';
import { describe, expect, it } from 'vitest';
import { withOwnNames } from '../../src/classifier/ownNames.js';
import { saveNetwork } from '../../src/classifier/saveNetwork.js';

describe('withOwnNames', () => {
  it('counts the layers of a model, not those of the process', () => {
    const json = {
      name: 'sequential_7',
      layers: [{ name: 'conv1d_Conv1D12' }, { name: 'conv1d_Conv1D13' }, { name: 'dense_Dense5' }],
      weights: [{ name: 'conv1d_Conv1D13/kernel' }, { name: 'block3/kernel' }],
    };
    expect(withOwnNames(json)).toEqual({
      name: 'sequential_1',
      layers: [{ name: 'conv1d_Conv1D1' }, { name: 'conv1d_Conv1D2' }, { name: 'dense_Dense1' }],
      weights: [{ name: 'conv1d_Conv1D2/kernel' }, { name: 'block3/kernel' }],
    });
  });

  it('renames the weights of both directions', () => {
    const json = {
      layers: [{ name: 'bidirectional_Bidirectional4', layer: { name: 'gru_GRU7' } }],
      weights: [
        { name: 'bidirectional_Bidirectional4/forward_gru_GRU7/kernel' },
        { name: 'bidirectional_Bidirectional4/backward_gru_GRU7/kernel' },
      ],
    };
    expect(withOwnNames(json)).toEqual({
      layers: [{ name: 'bidirectional_Bidirectional1', layer: { name: 'gru_GRU1' } }],
      weights: [
        { name: 'bidirectional_Bidirectional1/forward_gru_GRU1/kernel' },
        { name: 'bidirectional_Bidirectional1/backward_gru_GRU1/kernel' },
      ],
    });
  });

  it('gives equal files to equal models of one process', async () => {
    await openEngine('tfjs-cpu');
    const make = () =>
      sequential({
        layers: [
          layers.conv1d({ filters: 2, kernelSize: 3, inputShape: [8, 2], kernelInitializer: 'zeros' }),
          layers.flatten(),
          layers.dense({ units: 2, activation: 'softmax', kernelInitializer: 'zeros' }),
        ],
      });
    const first = await saveNetwork(make());
    expect(await saveNetwork(make())).toEqual(first);
  });
});
