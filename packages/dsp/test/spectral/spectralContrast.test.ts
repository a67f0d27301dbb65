import { describe, expect, it } from 'vitest';
import { contrastBands } from '../../src/spectral/contrastBands.js';
import {
  spectralContrast,
  SpectralContrastPlan,
  type SpectralContrastOptions,
} from '../../src/spectral/spectralContrast.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { featureGolden, scaledDifference } from '../helpers/featureGolden.js';
import { testSignal } from '../helpers/testSignal.js';

const clip = testSignal('voice', 16000, 6000);

describe('contrastBands', () => {
  it('are octaves above fMin, with the bin below each, and without their own last bin', () => {
    // bins lie at 0, 100, 200 … 800 Hz
    const bands = contrastBands({ sampleRate: 1600, nFft: 16, nBands: 2, fMin: 200, quantile: 0.02 });
    expect(bands).toEqual([
      { firstBin: 0, nBins: 2, nExtremes: 1 }, // 0 to 200 Hz
      { firstBin: 1, nBins: 3, nExtremes: 1 }, // 100 to 400 Hz
      { firstBin: 3, nBins: 6, nExtremes: 1 }, // 300 Hz and above
    ]);
  });

  it('take the quantile of all their bins, rounded half to even', () => {
    const options = { sampleRate: 1600, nFft: 16, nBands: 2, fMin: 200 };
    expect(contrastBands({ ...options, quantile: 0.5 }).map((band) => band.nExtremes)).toEqual([2, 2, 3]);
    expect(contrastBands({ ...options, quantile: 0.99 }).map((band) => band.nExtremes)).toEqual([2, 3, 6]);
  });
});

describe('spectralContrast', () => {
  it('has a row a frame and a named column a band', () => {
    const { nFrames, nFeatures, names } = spectralContrast(clip);
    expect([nFrames, nFeatures]).toEqual([12, 7]);
    expect([names[0], names[6]]).toEqual(['spectralContrast0', 'spectralContrast6']);
  });

  it('is higher for harmonics than for noise', () => {
    const band = 3; // 800 to 1600 Hz
    const voice = spectralContrast(clip).data[6 * 7 + band]!;
    const noise = spectralContrast(testSignal('noise', 16000, 6000)).data[6 * 7 + band]!;
    expect(voice).toBeGreaterThan(noise + 5);
  });

  it('does not change with loudness, unless linear', () => {
    const loud = { ...clip, samples: clip.samples.map((sample) => 2 * sample) };
    const [quiet, louder] = [clip, loud].map((c) => spectralContrast(c).data);
    quiet!.forEach((value, i) => expect(louder![i]).toBeCloseTo(value, 4));
    const linear = spectralContrast(clip, { linear: true }).data;
    expect(spectralContrast(loud, { linear: true }).data).toEqual(linear.map((value) => 2 * value));
  });

  it('of silence is 0', () => {
    const { data } = spectralContrast(testSignal('silence', 16000, 3000));
    expect(data.every((value) => value === 0)).toBe(true);
  });

  // levels of float32 magnitudes, whose difference is small in noise: 1.3e-6 seen
  it.each(featureGolden<SpectralContrastOptions>('spectralContrast'))(
    'equals librosa: $title',
    ({ clip, options, expected }) => {
      expect(scaledDifference(spectralContrast(clip, options), expected)).toBeLessThan(5e-6);
    },
  );
});

describe('SpectralContrastPlan', () => {
  it.each([
    [{ nBands: 0 }, '`nBands` to be an integer >= 1, got `0`'],
    [
      { nBands: 7 },
      '`fMin` to be a finite number > 0 and < 125, got `200` (number). The last band begins at',
    ],
    [{ fMin: 0 }, '`fMin` to be a finite number > 0 and < 250, got `0`'],
    [{ quantile: 1 }, '`quantile` to be a finite number > 0 and < 1, got `1`'],
    [{ linear: 1 }, '`linear` to be true or false, got `1`'],
    [
      { nFft: 64 },
      'each of the `nBands` (6) + 1 bands to hold FFT bins, got none in band 0, 0 to 200 Hz, with `nFft` 64. Raise',
    ],
  ])('refuses %o', (options, message) => {
    const error = errorFrom(
      () => new SpectralContrastPlan({ sampleRate: 16000, ...(options as SpectralContrastOptions) }),
    );
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });
});
