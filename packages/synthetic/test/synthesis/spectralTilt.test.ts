import { describe, expect, it } from 'vitest';
import { SpectralTilt } from '../../src/synthesis/spectralTilt.js';
import { magnitudeAt } from './measure.js';

describe('SpectralTilt', () => {
  it.each([
    [3, 16000],
    [12, 16000],
    [12, 48000],
  ])(
    'of %i dB attenuates 3 kHz by that much at a rate of %i Hz, and 0 Hz not at all',
    (tiltDb, sampleRate) => {
      const tilt = new SpectralTilt(sampleRate, tiltDb);
      const response = Array.from({ length: 4000 }, (_, n) => tilt.process(n === 0 ? 1 : 0));
      expect(20 * Math.log10(magnitudeAt(response, 3000, sampleRate))).toBeCloseTo(-tiltDb, 6);
      expect(magnitudeAt(response, 0, sampleRate)).toBeCloseTo(1, 6);
    },
  );

  it('of 0 dB does not change the signal', () => {
    const tilt = new SpectralTilt(16000, 0);
    expect([1, -2, 3].map((x) => tilt.process(x))).toEqual([1, -2, 3]);
  });
});
