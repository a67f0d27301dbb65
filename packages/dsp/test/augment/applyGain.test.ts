import { describe, expect, it } from 'vitest';
import { applyGain } from '../../src/augment/applyGain.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { syntheticClip } from '../helpers/syntheticClip.js';

describe('applyGain', () => {
  it('multiplies by ten for 20 dB, and does not clamp', () => {
    const clip = { samples: Float32Array.of(0.5, -1, 0), sampleRate: 8000 };
    expect([...applyGain(clip, { decibels: 20 }).samples]).toEqual([5, -10, 0]);
    expect([...applyGain(clip, { decibels: 0 }).samples]).toEqual([0.5, -1, 0]);
  });

  it('is inverted by the opposite gain', () => {
    const clip = syntheticClip(8000, 500);
    const { samples } = applyGain(applyGain(clip, { decibels: -7.3 }), { decibels: 7.3 });
    samples.forEach((sample, n) => expect(sample).toBeCloseTo(clip.samples[n]!, 6));
  });

  it('rejects a gain out of bounds, and samples that are not finite', () => {
    const error = errorFrom(() => applyGain(syntheticClip(8000, 10), { decibels: 1000 }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain('`decibels` must be a finite number from -200 to 200; got 1000');
    const broken = { samples: Float32Array.of(NaN), sampleRate: 8000 };
    expect(errorFrom(() => applyGain(broken, { decibels: 1 })).code).toBe('invalid-sample');
  });
});
