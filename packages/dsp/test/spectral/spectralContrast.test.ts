import { describe, expect, it } from 'vitest';
import {
  spectralContrast,
  SpectralContrastPlan,
  type SpectralContrastOptions,
} from '../../src/spectral/spectralContrast.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { featureGolden, scaledDifference } from '../helpers/featureGolden.js';
import { testSignal } from '../helpers/testSignal.js';

const clip = testSignal('voice', 16000, 6000);

describe('spectralContrast', () => {
  it('has a row per frame and a named column per band', () => {
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
    [{ nBands: 0 }, '`nBands` must be an integer from 1 to 32; got 0'],
    [{ nBands: 7 }, '`fMin` must be a finite number above 0 and below 125; got 200. The last band begins at'],
    [{ fMin: 0 }, '`fMin` must be a finite number above 0 and below 250; got 0'],
    [{ quantile: 1 }, '`quantile` must be a finite number above 0 and below 1; got 1'],
    [{ linear: 1 }, '`linear` must be one of true, false; got 1'],
    [{ nFft: 64 }, 'got none in band 0, 0 to 200 Hz, with `nBands` 6 and `nFft` 64. Raise'],
  ])('rejects %o', (options, message) => {
    const error = errorFrom(
      () => new SpectralContrastPlan({ sampleRate: 16000, ...(options as SpectralContrastOptions) }),
    );
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });
});
