import { describe, expect, it } from 'vitest';
import { makeVoice } from '../../src/synthesis/voice.js';

const cast = Array.from({ length: 24 }, (_, i) => makeVoice(1, i + 1));

describe('makeVoice', () => {
  it('makes odd speakers male and even ones female, as in RAVDESS', () => {
    expect(cast.slice(0, 4).map(({ sex }) => sex)).toEqual(['male', 'female', 'male', 'female']);
  });

  it('gives women a higher pitch and a shorter vocal tract than men', () => {
    const men = cast.filter(({ sex }) => sex === 'male');
    const women = cast.filter(({ sex }) => sex === 'female');
    for (const trait of ['pitch', 'formantScale'] as const) {
      expect(Math.min(...women.map((v) => v[trait]))).toBeGreaterThan(Math.max(...men.map((v) => v[trait])));
    }
  });

  it('gives the same voice for the same seed and number, and other voices for others', () => {
    expect(makeVoice(1, 3)).toEqual(makeVoice(1, 3));
    expect(new Set(cast.map(({ pitch }) => pitch)).size).toBe(24);
    expect(makeVoice(2, 3)).not.toEqual(makeVoice(1, 3));
  });
});
