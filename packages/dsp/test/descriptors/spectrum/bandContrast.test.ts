import { describe, expect, it } from 'vitest';
import { BandContrast } from '../../../src/descriptors/spectrum/bandContrast.js';
import { noise } from '../../helpers/testSignal.js';

describe('BandContrast', () => {
  it('is the mean of the largest fifth minus that of the smallest, at least one bin each, in dB', () => {
    const frequencies = Float64Array.from({ length: 30 }, (_, k) => k);
    const logarithms = noise(30);
    const output = new Float64Array(2);
    new BandContrast(frequencies, [1, 5, 29]).transform(logarithms, output);
    const sorted = [...logarithms.slice(1, 5)].sort((a, b) => a - b);
    expect(output[0]).toBeCloseTo((10 / Math.LN10) * (sorted[3]! - sorted[0]!), 12);
    const many = [...logarithms.slice(5, 29)].sort((a, b) => a - b);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(output[1]).toBeCloseTo((10 / Math.LN10) * (mean(many.slice(-4)) - mean(many.slice(0, 4))), 12);
  });

  it('of equal values is 0', () => {
    const output = Float64Array.of(7);
    new BandContrast(Float64Array.of(0, 1, 2, 3), [0, 4]).transform(new Float64Array(4).fill(-3), output);
    expect([...output]).toEqual([0]);
  });
});
