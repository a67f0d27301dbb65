import { describe, expect, it } from 'vitest';
import { pitchShift, type PitchShiftOptions } from '../../src/augment/pitchShift.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { golden, maxRelativeDifference } from '../helpers/golden.js';
import { samplesAt, type SoundCase } from '../helpers/soundCase.js';
import { syntheticClip } from '../helpers/syntheticClip.js';
import { faded, frequencyOf, tone } from '../helpers/tone.js';

describe('pitchShift', () => {
  it('changes the pitch, not the length: an octave is twelve semitones', () => {
    for (const [semitones, expected] of [
      [12, 880],
      [-12, 220],
      [7, 659.3],
    ] as const) {
      const shifted = pitchShift(tone(440, 16000, 16001), { semitones });
      expect(shifted.samples).toHaveLength(16001);
      expect(shifted.sampleRate).toBe(16000);
      expect(frequencyOf(shifted)).toBeCloseTo(expected, 0);
    }
  });

  // librosa resamples with soxr_hq. Below 0.88 of the Nyquist frequency both filters are flat; above, they
  // roll off differently, and a jump at the start of the clip has such frequencies: 1e-2 of the amplitude, 2e-2 on speech at 16 kHz.
  it.each(golden<SoundCase<PitchShiftOptions> & { readonly fade: boolean }>('pitchShifts'))(
    'equals librosa: $nSamples samples at $sampleRate Hz, fade $fade, $title',
    ({ sampleRate, nSamples, fade, options, expected }) => {
      const clip = syntheticClip(sampleRate, nSamples);
      const { samples } = pitchShift(fade ? faded(clip) : clip, options);
      expect(samples).toHaveLength(expected.nSamples);
      const difference = maxRelativeDifference(samplesAt(samples, expected.at), expected.values);
      expect(difference).toBeLessThan(fade ? 1e-4 : 1e-2);
    },
  );

  it('rejects more than eight octaves', () => {
    const error = errorFrom(() => pitchShift(syntheticClip(8000, 100), { semitones: 97 }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain('`semitones` must be a finite number from -96 to 96; got 97');
  });
});
