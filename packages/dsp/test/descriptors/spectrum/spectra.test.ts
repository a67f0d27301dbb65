import { describe, expect, it } from 'vitest';
import { RealFft } from '../../../src/fft/realFft.js';
import { CircularAutocorrelation } from '../../../src/fft/circularAutocorrelation.js';
import { BandContrast } from '../../../src/descriptors/spectrum/bandContrast.js';
import { Logarithms } from '../../../src/descriptors/spectrum/logarithms.js';
import { PowerSpectrum } from '../../../src/fft/powerSpectrum.js';
import { maxDifference } from '../../helpers/golden.js';
import { noise } from '../../helpers/testSignal.js';

describe('PowerSpectrum', () => {
  it.each([2, 9, 400, 512, 1024])('of size %i holds the squared magnitudes of RealFft', (size) => {
    const frame = noise(size);
    const bins = new Float64Array(2 * (1 + Math.floor(size / 2)));
    new RealFft(size).transform(frame, bins);
    const powers = new Float64Array(1 + Math.floor(size / 2));
    new PowerSpectrum(size).transform(frame, powers);
    expect(
      maxDifference(
        powers,
        powers.map((_, k) => bins[2 * k]! ** 2 + bins[2 * k + 1]! ** 2),
      ),
    ).toBeLessThan(1e-11);
  });
});

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

describe('Logarithms', () => {
  it('are those of Math.log within 1e-14, from the smallest power to the largest', () => {
    const values = noise(2000).map((value, i) => (1.5 + value) * 10 ** ((i % 400) / 10 - 20));
    const logarithms = new Float64Array(2000);
    const plan = new Logarithms(2000);
    plan.values.set(values);
    plan.transform(logarithms);
    expect(maxDifference(logarithms, values.map(Math.log))).toBeLessThan(1e-14);
  });

  it('may be written over the values', () => {
    const plan = new Logarithms(3);
    plan.values.set([1, 2, 0.25]);
    plan.transform(plan.values);
    expect(maxDifference(plan.values, [0, Math.LN2, -2 * Math.LN2])).toBeLessThan(1e-14);
  });
});

describe('BandContrast', () => {
  it('is the mean of the greatest fifth less that of the least, at least one bin each, in dB', () => {
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
