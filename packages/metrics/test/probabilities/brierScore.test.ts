import { describe, expect, it } from 'vitest';
import { brierScore } from '../../src/probabilities/brierScore.js';

const three = { actual: [0], predicted: [0], nClasses: 3 };

describe('brierScore', () => {
  it('is the squared error, summed over classes', () => {
    expect(brierScore({ ...three, probabilities: [0.8, 0.1, 0.1] })).toBeCloseTo(0.04 + 0.01 + 0.01, 12);
  });

  it('is halved for two classes, as is usual', () => {
    expect(brierScore({ ...three, nClasses: 2, probabilities: [0.8, 0.2] })).toBeCloseTo(0.04, 12);
  });
});
