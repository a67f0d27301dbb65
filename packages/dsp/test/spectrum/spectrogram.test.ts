import { describe, expect, it } from 'vitest';
import { spectrogram } from '../../src/spectrum/spectrogram.js';
import type { SpectrogramOptions } from '../../src/spectrum/spectrogramOptions.js';
import { SpectrogramPlan } from '../../src/spectrum/spectrogramPlan.js';
import { golden, maxRelativeDifference, rowsOf, type ClipCase } from '../helpers/golden.js';
import { syntheticClip } from '../helpers/syntheticClip.js';

const clip = syntheticClip(8000, 1500);

describe('spectrogram', () => {
  it('of a tone on a bin is its power in that bin, and nothing elsewhere', () => {
    const samples = Float32Array.from({ length: 64 }, (_, n) => Math.sin((2 * Math.PI * 5 * n) / 64));
    const options = { nFft: 64, hopLength: 64, center: false, window: 'ones' } as const;
    const { data, nFrames, nFrequencies } = spectrogram({ samples, sampleRate: 6400 }, options);
    expect([nFrames, nFrequencies]).toEqual([1, 33]);
    data.forEach((power, bin) => expect(power).toBeCloseTo(bin === 5 ? 32 ** 2 : 0, 3));
  });

  it('has one centered frame every hopLength samples, and the frequencies of its bins', () => {
    const { nFrames, nFrequencies, frequencies, data } = spectrogram(clip, { nFft: 128, hopLength: 50 });
    expect([nFrames, nFrequencies]).toEqual([1 + 1500 / 50, 65]);
    expect(data).toHaveLength(31 * 65);
    expect([frequencies[0], frequencies[64]]).toEqual([0, 4000]);
  });

  it('grows with the square of loudness, with loudness itself at power 1', () => {
    const loud = { ...clip, samples: clip.samples.map((sample) => 2 * sample) };
    for (const power of [1, 2] as const) {
      const [quiet, louder] = [clip, loud].map((c) => spectrogram(c, { nFft: 128, power }).data);
      expect(louder).toEqual(quiet!.map((value) => value * 2 ** power));
    }
  });

  it('of silence is 0', () => {
    const silence = { samples: new Float32Array(300), sampleRate: 8000 };
    expect(spectrogram(silence, { nFft: 64 }).data.every((value) => value === 0)).toBe(true);
  });

  it('has the defaults of librosa', () => {
    expect(new SpectrogramPlan().options).toEqual({
      nFft: 2048,
      hopLength: 512,
      winLength: 2048,
      window: 'hann',
      center: true,
      padMode: 'constant',
      power: 2,
    });
  });

  // float32 results, recorded to seven digits
  it.each(golden<ClipCase<SpectrogramOptions>>('spectrograms'))(
    'equals librosa: $nSamples samples, $title',
    ({ sampleRate, nSamples, options, expected }) => {
      const { data, nFrames, nFrequencies } = spectrogram(syntheticClip(sampleRate, nSamples), options);
      expect([nFrames, nFrequencies]).toEqual([expected.nFrames, expected.nFeatures]);
      expect(
        maxRelativeDifference(rowsOf(data, nFrequencies, expected.frames), expected.values),
      ).toBeLessThan(1e-6);
    },
  );
});
