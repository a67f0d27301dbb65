import { describe, expect, it } from 'vitest';
import { ModelError, parseNetworkDescription } from '../src/index.js';

const block = { filters: 64, kernelSize: 5 };

describe('parseNetworkDescription', () => {
  it('takes the shortest description, and one with every option', () => {
    const shortest = { kind: 'cnn1d', convolutions: [block] };
    const longest = {
      kind: 'cnn1d',
      convolutions: [{ ...block, poolSize: 4, batchNormalization: true, dropout: 0.2 }],
      batchNormalizationMomentum: 0.9,
      pooling: 'average',
      dense: [128, 64],
      dropout: 0.3,
    };
    expect(parseNetworkDescription(shortest)).toEqual(shortest);
    expect(parseNetworkDescription(longest)).toEqual(longest);
  });

  it.each<[unknown, string]>([
    [null, 'Expected `network` to be an object, got `null`.'],
    [{ kind: 'lstm' }, "Expected `network.kind` to be one of 'cnn1d', got `'lstm'`."],
    [{ kind: 'cnn1d' }, 'Expected `network.convolutions` to be an array, got `undefined`.'],
    [
      { kind: 'cnn1d', convolutions: [] },
      'Expected `network.convolutions` to be at least one block, got `[]`.',
    ],
    [
      { kind: 'cnn1d', convolutions: [block], droput: 0.1 },
      'Unknown option `network.droput`. Known: kind, convolutions, batchNormalizationMomentum, pooling, dense, dropout.',
    ],
    [
      { kind: 'cnn1d', convolutions: [block, { ...block, stride: 2 }] },
      'Unknown option `network.convolutions[1].stride`.',
    ],
    [
      { kind: 'cnn1d', convolutions: [block], batchNormalizationMomentum: 1 },
      'Expected `network.batchNormalizationMomentum` to be',
    ],
    [
      { kind: 'cnn1d', convolutions: [{ ...block, filters: 0 }] },
      'Expected `network.convolutions[0].filters` to be an integer >= 1, got `0`.',
    ],
    [
      { kind: 'cnn1d', convolutions: [{ ...block, dropout: 1 }] },
      'Expected `network.convolutions[0].dropout` to be a number in [0, 1), got `1`.',
    ],
    [
      { kind: 'cnn1d', convolutions: [{ ...block, batchNormalization: 'yes' }] },
      "Expected `network.convolutions[0].batchNormalization` to be one of true, false, got `'yes'`.",
    ],
    [
      { kind: 'cnn1d', convolutions: [block], dense: [1.5] },
      'Expected `network.dense[0]` to be an integer >= 1, got `1.5`.',
    ],
    [
      { kind: 'cnn1d', convolutions: [block], pooling: 'max' },
      "Expected `network.pooling` to be one of 'flatten', 'average', got `'max'`.",
    ],
  ])('refuses %j', (json, message) => {
    expect(() => parseNetworkDescription(json)).toThrow(message);
    expect(() => parseNetworkDescription(json)).toThrow(ModelError);
    expect(() => parseNetworkDescription(json)).toThrow(expect.objectContaining({ code: 'invalid-network' }));
  });
});
