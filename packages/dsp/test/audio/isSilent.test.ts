import { describe, expect, it } from 'vitest';
import { isSilent } from '../../src/audio/isSilent.js';

const clip = (...samples: number[]) => ({ samples: Float32Array.from(samples), sampleRate: 16000 });

describe('isSilent', () => {
  it('is true of zeros and of no samples', () => {
    expect(isSilent(clip(0, 0, -0))).toBe(true);
    expect(isSilent(clip())).toBe(true);
  });

  it('is true up to one step of 16-bit sound, either way', () => {
    expect(isSilent(clip(2 ** -15, -(2 ** -15)))).toBe(true);
  });

  it('is false from two steps on, in a single sample', () => {
    expect(isSilent(clip(0, 0, -(2 ** -14)))).toBe(false);
  });
});
