import { describe, expect, it } from 'vitest';
import { melSpectrogram, MelSpectrogramPlan } from '../../src/mel/melSpectrogram.js';
import type { MelSpectrogramOptions } from '../../src/mel/melSpectrogramOptions.js';
import { golden, maxRelativeDifference, rowsOf, type ClipCase } from '../helpers/golden.js';
import { syntheticClip } from '../helpers/syntheticClip.js';

const clip = syntheticClip(16000, 6000);
const speech = { nFft: 512, hopLength: 160, nMels: 40 } as const;

describe('melSpectrogram', () => {
  it('has a row per frame and a named column per band', () => {
    const { data, nFrames, nFeatures, names } = melSpectrogram(clip, speech);
    expect([nFrames, nFeatures, data.length]).toEqual([38, 40, 38 * 40]);
    expect([names[0], names[39]]).toEqual(['mel0', 'mel39']);
  });

  it('fills a given buffer with the same values', () => {
    const plan = new MelSpectrogramPlan({ ...speech, sampleRate: 16000 });
    const output = new Float32Array(38 * 40).fill(NaN);
    expect(plan.transform(clip.samples, output)).toBe(output);
    expect(output).toEqual(plan.transform(clip.samples));
  });

  // float32 sums, recorded to seven digits
  it.each(golden<ClipCase<MelSpectrogramOptions>>('melSpectrograms'))(
    'equals librosa: $title',
    ({ sampleRate, nSamples, options, expected }) => {
      const { data, nFrames, nFeatures } = melSpectrogram(syntheticClip(sampleRate, nSamples), options);
      expect([nFrames, nFeatures]).toEqual([expected.nFrames, expected.nFeatures]);
      expect(maxRelativeDifference(rowsOf(data, nFeatures, expected.frames), expected.values)).toBeLessThan(
        1e-6,
      );
    },
  );
});
