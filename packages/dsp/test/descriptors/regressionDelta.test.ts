import { describe, expect, it } from 'vitest';
import { regressionDelta } from '../../src/descriptors/regressionDelta.js';
import { noise } from '../helpers/testSignal.js';

describe('regressionDelta', () => {
  it('is 1 on a line of slope 1, less at its ends, where values are repeated', () => {
    const output = new Float64Array(7);
    regressionDelta(
      Float64Array.from({ length: 7 }, (_, i) => i),
      { first: 0, end: 7 },
      output,
    );
    expect([...output]).toEqual([0.5, 0.8, 1, 1, 1, 0.8, 0.5]);
  });

  it.each([
    [0, 1],
    [1, 6],
    [3, 4],
    [5, 7],
  ])('of frames %i to %i leaves the others alone', (first, end) => {
    const values = noise(7);
    const whole = new Float64Array(7);
    regressionDelta(values, { first: 0, end: 7 }, whole);
    const output = new Float64Array(7).fill(9);
    regressionDelta(values, { first, end }, output);
    expect([...output]).toEqual([...whole].map((value, i) => (i >= first && i < end ? value : 9)));
  });

  it.each([1, 2, 3, 4])('of a constant of %i frames is 0', (length) => {
    const output = new Float64Array(length).fill(NaN);
    regressionDelta(new Float64Array(length).fill(5), { first: 0, end: length }, output);
    expect([...output]).toEqual(new Array(length).fill(0));
  });
});
