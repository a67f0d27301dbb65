import { describe, expect, it } from 'vitest';
import { changeSpeed, type ChangeSpeedOptions } from '../../src/augment/changeSpeed.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { golden, maxRelativeDifference } from '../helpers/golden.js';
import { samplesAt, type SoundCase } from '../helpers/soundCase.js';
import { syntheticClip } from '../helpers/syntheticClip.js';
import { faded, frequencyOf, tone } from '../helpers/tone.js';

describe('changeSpeed', () => {
  it('changes tempo and pitch together', () => {
    for (const rate of [0.5, 0.9, 1.1, 2]) {
      const faster = changeSpeed(tone(440, 16000, 15840), { rate });
      expect(faster.samples).toHaveLength(Math.ceil(15840 / rate));
      expect(faster.sampleRate).toBe(16000);
      expect(frequencyOf(faster)).toBeCloseTo(440 * rate, 1);
    }
  });

  it('copies at rate 1', () => {
    const clip = syntheticClip(8000, 100);
    const copy = changeSpeed(clip, { rate: 1 });
    expect(copy).toEqual(clip);
    expect(copy.samples).not.toBe(clip.samples);
  });

  // tolerances as in pitchShift.test.ts
  it.each(golden<SoundCase<ChangeSpeedOptions> & { readonly fade: boolean }>('speeds'))(
    'equals librosa: fade $fade, $title',
    ({ sampleRate, nSamples, fade, options, expected }) => {
      const clip = syntheticClip(sampleRate, nSamples);
      const { samples } = changeSpeed(fade ? faded(clip) : clip, options);
      expect(samples).toHaveLength(expected.nSamples);
      const difference = maxRelativeDifference(samplesAt(samples, expected.at), expected.values);
      expect(difference).toBeLessThan(fade ? 1e-4 : 1e-2);
    },
  );

  it.each([0, 0.003, 257, NaN])('rejects the rate %d', (rate) => {
    const error = errorFrom(() => changeSpeed(syntheticClip(8000, 100), { rate }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain('`rate` must be a finite number from 0.00390625 to 256');
  });

  it('rejects samples that are not finite', () => {
    const clip = { samples: Float32Array.of(0, Infinity), sampleRate: 8000 };
    expect(errorFrom(() => changeSpeed(clip, { rate: 2 })).code).toBe('invalid-sample');
  });
});
