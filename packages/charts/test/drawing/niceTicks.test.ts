import { describe, expect, it } from 'vitest';
import { niceDomain, niceTicks } from '../../src/drawing/niceTicks.js';

const written = (low: number, high: number, options = {}) => {
  const { values, format } = niceTicks(low, high, options);
  return values.map(format);
};

describe('niceTicks', () => {
  it.each([
    [0, 1, ['0', '0.2', '0.4', '0.6', '0.8', '1.0']],
    [0, 2.5, ['0', '0.5', '1.0', '1.5', '2.0', '2.5']],
    [-1, 1, ['-1.0', '-0.5', '0', '0.5', '1.0']],
    [0, 1400000, ['0', '2e5', '4e5', '6e5', '8e5', '1e6', '1.2e6', '1.4e6']],
    [0, 0.00003, ['0', '5e-6', '1e-5', '1.5e-5', '2e-5', '2.5e-5', '3e-5']],
  ])('of %d to %d are round', (low, high, expected) => {
    expect(written(low, high)).toEqual(expected);
  });

  it('are exact multiples: 0.3, not 0.30000000000000004', () => {
    expect(niceTicks(0, 0.5).values).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
  });

  it('never divide counts', () => {
    expect(written(1, 3, { count: 6, minStep: 1 })).toEqual(['1', '2', '3']);
    expect(written(0.5, 1.5, { count: 6, minStep: 1 })).toEqual(['1']);
    expect(written(1, 100, { count: 6, minStep: 1 })).toEqual(['20', '40', '60', '80', '100']);
  });
});

describe('niceDomain', () => {
  it.each([
    [0, 0.93, [0, 1]],
    [0, 2.08, [0, 2.5]],
    [-0.3, 1, [-0.4, 1]],
    [0, 1, [0, 1]],
  ])('widens %d to %d', (low, high, expected) => {
    expect(niceDomain(low, high)).toEqual(expected);
  });
});
