import { describe, expect, it } from 'vitest';
import { pitchTuning } from '../../src/pitch/pitchTuning.js';

describe('pitchTuning', () => {
  it('is the distance from the nearest step of the scale, to a hundredth', () => {
    expect(pitchTuning([440 * 2 ** (0.255 / 12)], { binsPerOctave: 12 })).toBeCloseTo(0.25, 12);
    expect(pitchTuning([440 * 2 ** (0.255 / 24)], { binsPerOctave: 24 })).toBeCloseTo(0.25, 12);
  });

  it('is negative for pitches below their step', () => {
    expect(pitchTuning([435, 217.5, 870], { binsPerOctave: 12 })).toBeCloseTo(-0.2, 12);
  });

  it('of A 440 Hz in any octave is 0, of no pitch too', () => {
    expect(pitchTuning([110, 440, 1760], { binsPerOctave: 12 })).toBe(0);
    expect(pitchTuning([], { binsPerOctave: 12 })).toBe(0);
  });

  it('is the most frequent deviation', () => {
    expect(pitchTuning([435, 441, 441, 882], { binsPerOctave: 12 })).toBeCloseTo(0.03, 12);
  });
});
