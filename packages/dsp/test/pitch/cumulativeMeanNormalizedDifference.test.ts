import { describe, expect, it } from 'vitest';
import { CumulativeMeanNormalizedDifference } from '../../src/pitch/cumulativeMeanNormalizedDifference.js';
import { noise } from '../helpers/testSignal.js';

describe('CumulativeMeanNormalizedDifference', () => {
  const options = { frameLength: 400, minPeriod: 10, maxPeriod: 120 };

  it('of a periodic frame is smallest at its period; not 0, because samples after the frame count as 0', () => {
    const frame = Float64Array.from({ length: 400 }, (_, n) => Math.sin((2 * Math.PI * n) / 40));
    const difference = new CumulativeMeanNormalizedDifference(options).transform(frame, frame, 0);
    expect(difference.indexOf(difference.reduce((least, value) => Math.min(least, value)))).toBe(30);
    expect(difference[30]).toBeCloseTo(0.05, 2);
  });

  it('of noise stays near 1, of silence is 0', () => {
    const plan = new CumulativeMeanNormalizedDifference(options);
    plan
      .transform(noise(400), noise(400), 0)
      .forEach((value) => expect(Math.abs(value - 1)).toBeLessThan(0.3));
    expect(plan.transform(new Float64Array(400), noise(400), 2).every((value) => value === 0)).toBe(true);
  });
});
