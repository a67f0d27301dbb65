import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { melFrequencies } from '../../src/mel/melFrequencies.js';
import { hzToMel, melToHz } from '../../src/mel/melScale.js';
import { golden, maxRelativeDifference } from '../helpers/golden.js';

describe('the mel scale', () => {
  it("is Slaney's by default: linear to 1000 Hz, 27 steps for a factor of 6.4 above", () => {
    expect(hzToMel(500)).toBe(7.5);
    expect(hzToMel(1000)).toBe(15);
    expect(hzToMel(6400)).toBeCloseTo(42, 12);
  });

  it("is HTK's on request", () => {
    expect(hzToMel(700, { htk: true })).toBeCloseTo(2595 * Math.log10(2), 12);
  });

  it('melToHz is the inverse of hzToMel', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 48000, noNaN: true }), fc.boolean(), (hz, htk) => {
        expect(Math.abs(melToHz(hzToMel(hz, { htk }), { htk }) - hz)).toBeLessThan(1e-9 * (1 + hz));
      }),
    );
  });

  interface Case {
    htk: boolean;
    hz: number[];
    mel: number[];
    melFrequencies: number[];
  }
  it.each(golden<Case>('melScales'))(
    'equals librosa, htk $htk',
    ({ htk, hz, mel, melFrequencies: expected }) => {
      expect(
        maxRelativeDifference(
          hz.map((value) => hzToMel(value, { htk })),
          mel,
        ),
      ).toBeLessThan(1e-8);
      expect(
        maxRelativeDifference(melFrequencies({ nMels: 9, fMin: 50, fMax: 7600, htk }), expected),
      ).toBeLessThan(1e-8);
    },
  );
});
