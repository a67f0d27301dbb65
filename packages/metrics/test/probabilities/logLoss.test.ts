import { describe, expect, it } from 'vitest';
import { logLoss } from '../../src/probabilities/logLoss.js';

const three = { actual: [0], predicted: [0], nClasses: 3 };

describe('logLoss', () => {
  it('is the negative logarithm of the probability of the true class, in nats', () => {
    expect(logLoss({ ...three, probabilities: [0.5, 0.25, 0.25] })).toBeCloseTo(Math.log(2), 12);
  });

  it('of a probability of 0 is finite: 52 bits', () => {
    expect(logLoss({ ...three, probabilities: [0, 1, 0] })).toBeCloseTo(52 * Math.log(2), 12);
  });
});
