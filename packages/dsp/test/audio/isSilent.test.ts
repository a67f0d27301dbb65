import { describe, expect, it } from 'vitest';
import { isSilent } from '../../src/audio/isSilent.js';

const clip = (...samples: number[]) => ({ samples: Float32Array.from(samples), sampleRate: 16000 });

describe('isSilent', () => {
  it('is true for zeros and for no samples', () => {
    expect(isSilent(clip(0, 0, -0))).toBe(true);
    expect(isSilent(clip())).toBe(true);
  });

  it('is true for samples of at most one step of 16-bit audio', () => {
    expect(isSilent(clip(2 ** -15, -(2 ** -15)))).toBe(true);
  });

  it('is false if one sample is two steps from 0', () => {
    expect(isSilent(clip(0, 0, -(2 ** -14)))).toBe(false);
  });
});
