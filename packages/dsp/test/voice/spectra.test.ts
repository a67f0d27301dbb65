import { describe, expect, it } from 'vitest';
import { FftPlan } from '../../src/spectrum/fftPlan.js';
import { EvenFourierTransform } from '../../src/voice/evenFourierTransform.js';
import { ExtremeSums } from '../../src/voice/extremeSums.js';
import { Logarithms } from '../../src/voice/logarithms.js';
import { PowerSpectrum } from '../../src/voice/powerSpectrum.js';
import { maxDifference } from '../golden.js';
import { noise } from '../testSignal.js';

describe('PowerSpectrum', () => {
  it.each([8, 512, 1024])('of size %i holds the squared magnitudes of FftPlan', (size) => {
    const frame = noise(size);
    const bins = new Float64Array(size + 2);
    new FftPlan(size).transform(frame, bins);
    const powers = new Float64Array(size / 2 + 1);
    new PowerSpectrum(size).transform(frame, powers);
    expect(
      maxDifference(
        powers,
        powers.map((_, k) => bins[2 * k]! ** 2 + bins[2 * k + 1]! ** 2),
      ),
    ).toBeLessThan(1e-11);
  });
});

describe('EvenFourierTransform', () => {
  it.each([2, 10, 32])('gives the first %i values of the sum that it is defined by', (length) => {
    const size = 64;
    const bins = noise(size / 2 + 1);
    const expected = Float64Array.from({ length }, (_, n) => {
      const ends = bins[0]! + (-1) ** n * bins[size / 2]!;
      const middle = bins.subarray(1, size / 2);
      return (
        middle.reduce((sum, bin, i) => sum + 2 * bin * Math.cos((2 * Math.PI * (i + 1) * n) / size), ends) /
        size
      );
    });
    const signal = new Float64Array(length);
    new EvenFourierTransform(size).inverse(bins, signal);
    expect(maxDifference(signal, expected)).toBeLessThan(1e-14);
  });
});

describe('Logarithms', () => {
  it('are those of Math.log within 1e-14, from the smallest power to the largest', () => {
    const values = noise(2000).map((value, i) => (1.5 + value) * 10 ** ((i % 400) / 10 - 20));
    const logarithms = new Float64Array(2000);
    new Logarithms(2000).transform(values, logarithms);
    expect(maxDifference(logarithms, values.map(Math.log))).toBeLessThan(1e-14);
  });

  it('may be written over the values', () => {
    const values = Float64Array.of(1, 2, 0.25);
    new Logarithms(3).transform(values, values);
    expect(maxDifference(values, [0, Math.LN2, -2 * Math.LN2])).toBeLessThan(1e-14);
  });
});

describe('ExtremeSums', () => {
  it.each([
    [6, 1],
    [13, 2],
    [102, 20],
    [102, 51],
  ])('of %i values equals sorting, for the %i least and greatest', (length, n) => {
    for (const unit of [1, 1e-3, 0.5]) {
      const values = noise(length + 3).map((value) => Math.round(value / unit) * unit);
      const sorted = values.slice(3).sort();
      const expected = sorted.slice(length - n).reduce((sum, value, i) => sum + value - sorted[i]!, 0);
      expect(new ExtremeSums(102).difference(values, 3, length, n)).toBeCloseTo(expected, 10);
    }
  });

  it('of equal values is 0', () => {
    expect(new ExtremeSums(10).difference(new Float64Array(10).fill(-3), 0, 10, 2)).toBe(0);
  });
});
