import { describe, expect, it } from 'vitest';
import { fftFrequencies } from '../../src/spectrum/fftFrequencies.js';
import { spectrogram } from '../../src/spectrum/spectrogram.js';
import type { SpectrogramOptions } from '../../src/spectrum/spectrogramOptions.js';
import { SpectrogramPlan } from '../../src/spectrum/spectrogramPlan.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { golden, maxRelativeDifference, rowsOf, type ClipCase } from '../helpers/golden.js';
import { syntheticClip } from '../helpers/syntheticClip.js';

const clip = syntheticClip(8000, 1500);

describe('fftFrequencies', () => {
  it('run from 0 Hz to half the sample rate', () => {
    expect([...fftFrequencies({ sampleRate: 16000, nFft: 4 })]).toEqual([0, 4000, 8000]);
  });

  it('stop below half the sample rate when nFft is odd', () => {
    expect([...fftFrequencies({ sampleRate: 15000, nFft: 5 })]).toEqual([0, 3000, 6000]);
  });
});

describe('spectrogram', () => {
  it('of a tone on a bin is its power in that bin, and nothing elsewhere', () => {
    const samples = Float32Array.from({ length: 64 }, (_, n) => Math.sin((2 * Math.PI * 5 * n) / 64));
    const options = { nFft: 64, hopLength: 64, center: false, window: 'ones' } as const;
    const { data, nFrames, nFrequencies } = spectrogram({ samples, sampleRate: 6400 }, options);
    expect([nFrames, nFrequencies]).toEqual([1, 33]);
    data.forEach((power, bin) => expect(power).toBeCloseTo(bin === 5 ? 32 ** 2 : 0, 3));
  });

  it('has one frame every hopLength samples, centred on it, and names the frequencies of its bins', () => {
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

  it('reads librosa defaults when nothing is said', () => {
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

describe('SpectrogramPlan', () => {
  it('fills the buffer it is given with what it would allocate', () => {
    const plan = new SpectrogramPlan({ nFft: 128, hopLength: 50 });
    const output = new Float32Array(31 * 65).fill(NaN);
    expect(plan.transform(clip.samples, output)).toBe(output);
    expect(output).toEqual(plan.transform(clip.samples));
  });

  it('carries nothing over from one clip to the next', () => {
    const plan = new SpectrogramPlan({ nFft: 128, winLength: 100 });
    const first = plan.transform(clip.samples);
    plan.transform(syntheticClip(8000, 5000).samples);
    expect(plan.transform(clip.samples)).toEqual(first);
  });

  it.each([
    [{ nFft: 1 }, '`nFft` to be an integer >= 2, got `1`'],
    [{ nFft: 512.5 }, '`nFft` to be an integer >= 2, got `512.5`'],
    [{ hopLength: 0 }, '`hopLength` to be an integer >= 1, got `0`'],
    [
      { nFft: 512, winLength: 600 },
      '`winLength` to be an integer >= 1 and <= 512, got `600` (number). Raise `nFft`',
    ],
    [{ padMode: 'wrap' }, "`padMode` to be 'constant' or 'reflect' or 'edge', got `'wrap'` (string)"],
    [{ center: 'no' }, '`center` to be true or false'],
    [{ power: 3 }, '`power` to be 1 or 2, got `3`'],
  ])('refuses %o', (options, message) => {
    const error = errorFrom(() => new SpectrogramPlan(options as SpectrogramOptions));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });

  it('refuses a clip shorter than a frame that is not centred', () => {
    const error = errorFrom(() =>
      new SpectrogramPlan({ nFft: 128, center: false }).transform(new Float32Array(127)),
    );
    expect(error.code).toBe('clip-too-short');
    expect(error.message).toContain('at least 128 samples, got 127. Lengthen the clip, lower `nFft`');
  });

  it('refuses an empty clip', () => {
    expect(errorFrom(() => new SpectrogramPlan().transform(new Float32Array(0))).code).toBe('clip-too-short');
  });

  it.each([NaN, Infinity])('refuses the sample %d and says where it is', (bad) => {
    const error = errorFrom(() => new SpectrogramPlan({ nFft: 4 }).transform(Float32Array.of(0, 0, bad, 0)));
    expect(error.code).toBe('invalid-sample');
    expect(error.message).toContain(`got \`${bad}\` at sample 2`);
  });

  it('refuses a buffer of another length', () => {
    const error = errorFrom(() =>
      new SpectrogramPlan({ nFft: 4 }).transform(clip.samples, new Float32Array(5)),
    );
    expect(error.code).toBe('buffer-mismatch');
  });
});
