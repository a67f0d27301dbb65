import { describe, expect, it } from 'vitest';
import { brierScore } from '../src/brierScore.js';
import { logLoss } from '../src/logLoss.js';
import { topKAccuracy } from '../src/topKAccuracy.js';

const three = { actual: [0], predicted: [0], nClasses: 3 };

describe('logLoss', () => {
  it('is the surprise in nats', () => {
    expect(logLoss({ ...three, probabilities: [0.5, 0.25, 0.25] })).toBeCloseTo(Math.log(2), 12);
  });

  it('of an impossible answer is finite: 52 bits', () => {
    expect(logLoss({ ...three, probabilities: [0, 1, 0] })).toBeCloseTo(52 * Math.log(2), 12);
  });
});

describe('brierScore', () => {
  it('is the squared distance from the truth, summed over classes', () => {
    expect(brierScore({ ...three, probabilities: [0.8, 0.1, 0.1] })).toBeCloseTo(0.04 + 0.01 + 0.01, 12);
  });

  it('is halved of two classes, as is usual', () => {
    expect(brierScore({ ...three, nClasses: 2, probabilities: [0.8, 0.2] })).toBeCloseTo(0.04, 12);
  });
});

describe('topKAccuracy', () => {
  const second = { ...three, probabilities: [0.4, 0.5, 0.1] };

  it('asks whether the class is among the k most probable', () => {
    expect([1, 2, 3, 4].map((k) => topKAccuracy(second, { k }))).toEqual([0, 1, 1, 1]);
    expect(topKAccuracy(second)).toBe(1);
  });

  it('takes the higher index first of classes as probable', () => {
    const tied = { ...three, probabilities: [0.25, 0.5, 0.25] };
    expect(topKAccuracy(tied, { k: 2 })).toBe(0);
    expect(topKAccuracy({ ...tied, actual: [2] }, { k: 2 })).toBe(1);
  });

  it('refuses a k that is none', () => {
    expect(() => topKAccuracy(second, { k: 0 })).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: expect.stringContaining('`k` must be a whole number >= 1, got `0`'),
      }),
    );
  });
});
