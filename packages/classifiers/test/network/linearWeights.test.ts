import { describe, expect, it } from 'vitest';
import { linearWeights } from '../../src/network/linearWeights.js';
import { denseToTwo, savedNetwork } from './savedNetwork.js';

describe('linearWeights', () => {
  it('are the weights of the one dense layer', () => {
    expect(linearWeights(savedNetwork([2], [denseToTwo('softmax')]))).toEqual({
      weights: Float32Array.of(1, 2, 3, 4),
      bias: Float32Array.of(0.5, -0.5),
      nFeatures: 2,
      nClasses: 2,
    });
  });

  it('rejects a network with hidden layers', () => {
    const deep = savedNetwork([2], [denseToTwo('relu'), denseToTwo('softmax')]);
    expect(() => linearWeights(deep)).toThrow(
      'must be one dense layer with softmax; this one has Dense, Dense.',
    );
    expect(() => linearWeights(deep)).toThrow(expect.objectContaining({ code: 'not-linear' }));
  });
});
