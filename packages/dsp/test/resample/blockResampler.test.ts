import { describe, expect, it } from 'vitest';
import { BlockResampler } from '../../src/resample/blockResampler.js';
import { PolyphaseResampler } from '../../src/resample/polyphaseResampler.js';
import type { ResampleQuality } from '../../src/resample/rateConversion.js';
import type { Ratio, Resampler } from '../../src/resample/resampler.js';

const ratios = {
  '48000 to 16000': [1, 3],
  '48000 to 22050': [147, 320],
  '44100 to 16000': [160, 441],
  '16000 to 22050': [441, 320],
  '16000 to 48000': [3, 1],
  '48000 to 44100': [147, 160],
  '48000 to 1000': [1, 48],
} as const;

/** The stop bands documented by RateConversion: BlockResampler removes them, weighted sums do not. */
const stopBands: readonly (readonly [ResampleQuality, number])[] = [
  ['fast', 10 ** (-86 / 20)],
  ['high', 10 ** (-102 / 20)],
  ['best', 10 ** (-146 / 20)],
];

function ratioOf(name: keyof typeof ratios, quality: ResampleQuality = 'high'): Ratio {
  const [up, down] = ratios[name];
  return { up, down, quality };
}

/** A signal with all frequencies, in [-1, 1]. */
function noise(nSamples: number): Float32Array {
  return Float32Array.from({ length: nSamples }, (_, n) => (1e4 * Math.sin(12.9898 * n)) % 1);
}

function outputOf(resampler: Resampler, input: Float32Array, nOutput: number): Float32Array {
  const output = new Float32Array(nOutput).fill(NaN);
  resampler.transform(input, output);
  return output;
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((largest, sample, i) => Math.max(largest, Math.abs(sample - b[i]!)), 0);
}

const names = Object.keys(ratios) as (keyof typeof ratios)[];

describe('BlockResampler', () => {
  describe.each(stopBands)('%s', (quality, stopBand) => {
    // the rounding error of float32 in [-1, 1] is 6e-8
    it.each(names)('from %s Hz equals weighted sums, up to the stop band', (name) => {
      const ratio = ratioOf(name, quality);
      const blocks = new BlockResampler(ratio);
      const input = noise(11 * BlockResampler.blockSize);
      const nOutput = Math.ceil((input.length * ratio.up) / ratio.down);
      const expected = outputOf(new PolyphaseResampler(ratio), input, nOutput);
      expect(largestDifference(outputOf(blocks, input, nOutput), expected)).toBeLessThan(stopBand + 1e-7);
    });
  });

  it('has no artifacts at block boundaries: the result does not depend on the position in a block', () => {
    const ratio = ratioOf('48000 to 22050');
    const blocks = new BlockResampler(ratio);
    const sound = noise(4000);
    const at = (period: number) => {
      const input = new Float32Array(40 * ratio.down);
      input.set(sound, period * ratio.down);
      const output = outputOf(blocks, input, 40 * ratio.up);
      return output.subarray((period - 1) * ratio.up, (period + 15) * ratio.up);
    };
    for (let period = 1; period < 25; period++) {
      expect(largestDifference(at(period), at(1))).toBeLessThan(1e-6);
    }
  });

  it('fills the output, with silence after the input', () => {
    const ratio = ratioOf('48000 to 16000');
    const output = outputOf(new BlockResampler(ratio), noise(300), 5000);
    expect(output.subarray(0, 100).every((sample) => sample !== 0)).toBe(true);
    expect(output.subarray(300).every((sample) => Math.abs(sample) < 1e-7)).toBe(true);
  });

  it('gives silence for silence', () => {
    const blocks = new BlockResampler(ratioOf('48000 to 22050'));
    outputOf(blocks, noise(9000), 4000);
    expect(outputOf(blocks, new Float32Array(9000), 4000).every((sample) => sample === 0)).toBe(true);
  });

  it('suits ratios with small prime factors', () => {
    expect(names.every((name) => BlockResampler.suits(ratioOf(name)))).toBe(true);
    expect(BlockResampler.suits({ up: 8000, down: 12207, quality: 'high' })).toBe(false);
    expect(BlockResampler.suits({ up: 11, down: 10, quality: 'high' })).toBe(false);
  });
});
