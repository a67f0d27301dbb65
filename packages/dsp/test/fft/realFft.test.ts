import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RealFft } from '../../src/fft/realFft.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { golden, maxDifference } from '../helpers/golden.js';
import { syntheticClip } from '../helpers/syntheticClip.js';

function fft(signal: ArrayLike<number>): Float64Array {
  const plan = new RealFft(signal.length);
  const output = new Float64Array(2 * plan.nFrequencies);
  plan.transform(Float64Array.from(signal), output);
  return output;
}

/** Sum of squares over the whole spectrum, from its non-redundant half. */
function spectralEnergy(spectrum: Float64Array, size: number): number {
  let energy = 0;
  for (let k = 0; 2 * k < spectrum.length; k++) {
    const isItsOwnMirror = k === 0 || 2 * k === size;
    energy += (isItsOwnMirror ? 1 : 2) * (spectrum[2 * k]! ** 2 + spectrum[2 * k + 1]! ** 2);
  }
  return energy;
}

const signals = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2, maxLength: 130 });

describe('RealFft', () => {
  it('of an impulse is flat', () => {
    expect(maxDifference(fft([1, 0, 0, 0]), [1, 0, 1, 0, 1, 0])).toBe(0);
  });

  it.each([64, 60, 35])('of a tone on bin 3 of %i has nothing elsewhere', (size) => {
    const tone = Float64Array.from({ length: size }, (_, n) => Math.sin((2 * Math.PI * 3 * n) / size));
    const expected = new Float64Array(2 * (1 + Math.floor(size / 2)));
    expected[2 * 3 + 1] = -size / 2;
    expect(maxDifference(fft(tone), expected)).toBeLessThan(1e-12);
  });

  it('keeps energy (Parseval), at every size', () => {
    fc.assert(
      fc.property(signals, (signal) => {
        const energy = signal.reduce((sum, value) => sum + value * value, 0);
        expect(spectralEnergy(fft(signal), signal.length) / signal.length).toBeCloseTo(energy, 9);
      }),
    );
  });

  it('is linear', () => {
    fc.assert(
      fc.property(signals, fc.double({ min: -5, max: 5, noNaN: true }), (signal, factor) => {
        const other = signal.map((_, n) => Math.cos(n * n));
        const mixed = fft(signal.map((value, n) => factor * value + other[n]!));
        const [a, b] = [fft(signal), fft(other)];
        expect(
          maxDifference(
            mixed,
            a.map((value, i) => factor * value + b[i]!),
          ),
        ).toBeLessThan(1e-10);
      }),
    );
  });

  it('gives the same result when used again', () => {
    const plan = new RealFft(100);
    const [first, second] = [new Float64Array(102), new Float64Array(102)];
    const signal = Float64Array.from(syntheticClip(8000, 100).samples);
    plan.transform(signal, first);
    plan.transform(new Float64Array(100).fill(1), second);
    plan.transform(signal, second);
    expect(second).toEqual(first);
  });

  it('rejects buffers of another length', () => {
    const error = errorFrom(() => new RealFft(8).transform(new Float64Array(8), new Float64Array(8)));
    expect(error.code).toBe('buffer-mismatch');
    expect(error.message).toContain('`output` must hold 10 numbers; got 8');
  });

  // inputs and results are recorded to nine digits
  it.each(golden<{ size: number; expected: number[] }>('ffts'))(
    'equals scipy at size $size',
    ({ size, expected }) => {
      expect(maxDifference(fft(syntheticClip(8000, 480).samples.slice(0, size)), expected)).toBeLessThan(
        1e-6,
      );
    },
  );
});
