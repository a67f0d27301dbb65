import { describe, expect, it } from 'vitest';
import { PowerSpectrum } from '../../src/fft/powerSpectrum.js';
import { RealFft } from '../../src/fft/realFft.js';
import { maxDifference } from '../helpers/golden.js';
import { noise } from '../helpers/testSignal.js';

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
