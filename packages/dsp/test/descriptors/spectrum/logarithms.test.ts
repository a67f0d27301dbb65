import { describe, expect, it } from 'vitest';
import { Logarithms } from '../../../src/descriptors/spectrum/logarithms.js';
import { maxDifference } from '../../helpers/golden.js';
import { noise } from '../../helpers/testSignal.js';

describe('Logarithms', () => {
  it('are those of Math.log within 1e-14, from the smallest power to the largest', () => {
    const values = noise(2000).map((value, i) => (1.5 + value) * 10 ** ((i % 400) / 10 - 20));
    const logarithms = new Float64Array(2000);
    const plan = new Logarithms(2000);
    plan.values.set(values);
    plan.transform(logarithms);
    expect(maxDifference(logarithms, values.map(Math.log))).toBeLessThan(1e-14);
  });

  it('may be written to the input', () => {
    const plan = new Logarithms(3);
    plan.values.set([1, 2, 0.25]);
    plan.transform(plan.values);
    expect(maxDifference(plan.values, [0, Math.LN2, -2 * Math.LN2])).toBeLessThan(1e-14);
  });
});
