import { describe, expect, it } from 'vitest';
import { crossEntropyOf } from '../../src/scores/crossEntropy.js';

describe('crossEntropyOf', () => {
  it('is the mean negative logarithm, weighted by the targets', () => {
    const probabilities = [0.5, 0.5, 0.25, 0.75];
    expect(crossEntropyOf(probabilities, [1, 0, 0, 1], 2)).toBeCloseTo(
      -(Math.log(0.5) + Math.log(0.75)) / 2,
      12,
    );
    expect(crossEntropyOf(probabilities, [3, 0, 0.2, 0.8], 2)).toBeCloseTo(
      -(3 * Math.log(0.5) + 0.2 * Math.log(0.25) + 0.8 * Math.log(0.75)) / 2,
      12,
    );
  });

  it('stays finite where a probability is 0', () => {
    expect(crossEntropyOf([0, 1], [1, 0], 1)).toBeCloseTo(126 * Math.log(2), 9);
  });
});
