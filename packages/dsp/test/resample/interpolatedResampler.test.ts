import { describe, expect, it } from 'vitest';
import { InterpolatedResampler } from '../../src/resample/interpolatedResampler.js';
import { PolyphaseResampler } from '../../src/resample/polyphaseResampler.js';
import type { Ratio } from '../../src/resample/resampler.js';
import { noise } from '../helpers/noise.js';

/** Ratios of one semitone or more, and of small and large changes of speed. */
const ratios: readonly Ratio[] = [
  { up: 26547, down: 29798, quality: 'high' },
  { up: 29798, down: 26547, quality: 'high' },
  { up: 7616, down: 25387, quality: 'fast' },
  { up: 79295, down: 29904, quality: 'best' },
  { up: 1009, down: 100_003, quality: 'high' },
  { up: 100_003, down: 1009, quality: 'high' },
];

function resampled(Resampler: typeof InterpolatedResampler | typeof PolyphaseResampler, ratio: Ratio) {
  const input = noise(ratio.down > 10 * ratio.up ? 20_000 : 3000, 0.5);
  const output = new Float32Array(Math.ceil((Math.min(input.length, 20_000) * ratio.up) / ratio.down));
  new Resampler(ratio).transform(input, output);
  return output;
}

function decibels(values: Float32Array, reference: Float32Array): number {
  const power = (x: Float32Array) => x.reduce((sum, value) => sum + value * value, 0);
  return 10 * Math.log10(power(values) / power(reference));
}

describe('InterpolatedResampler', () => {
  it.each(ratios)('differs from PolyphaseResampler by less than -106 dB: %j', (ratio) => {
    const expected = resampled(PolyphaseResampler, ratio);
    const actual = resampled(InterpolatedResampler, ratio);
    const error = actual.map((value, i) => value - expected[i]!);
    expect(decibels(error, expected)).toBeLessThan(-106);
  });

  it('keeps a constant constant', () => {
    const output = new Float32Array(2000);
    new InterpolatedResampler(ratios[0]!).transform(new Float32Array(3000).fill(0.25), output);
    for (const value of output.subarray(100)) expect(value).toBeCloseTo(0.25, 7);
  });

  it('joins parts without a seam', () => {
    const ratio = ratios[0]!;
    const input = noise(30_000, 0.5);
    const output = new Float32Array(25_000);
    const expected = new Float32Array(25_000);
    new InterpolatedResampler(ratio).transform(input, output);
    new PolyphaseResampler(ratio).transform(input, expected);
    const largest = output.reduce((most, value, i) => Math.max(most, Math.abs(value - expected[i]!)), 0);
    expect(largest).toBeLessThan(1e-5);
  });

  it('writes nothing into an empty output', () => {
    const output = new Float32Array(0);
    new InterpolatedResampler(ratios[0]!).transform(new Float32Array(5), output);
    expect(output).toHaveLength(0);
  });
});
