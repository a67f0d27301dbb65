import { describe, expect, it } from 'vitest';
import { CircularAutocorrelation } from '../../src/fft/circularAutocorrelation.js';
import { maxDifference } from '../helpers/golden.js';
import { noise } from '../helpers/testSignal.js';

describe('CircularAutocorrelation', () => {
  it.each([2, 10, 32])('gives the first %i values of the sum that it is defined by', (nLags) => {
    const size = 64;
    const frame = noise(size);
    const expected = Float64Array.from({ length: nLags }, (_, lag) =>
      frame.reduce((sum, value, i) => sum + value * frame[(i + lag) % size]!, 0),
    );
    const output = new Float64Array(nLags);
    new CircularAutocorrelation(size).transform(frame, output);
    expect(maxDifference(output, expected)).toBeLessThan(1e-13);
  });
});
