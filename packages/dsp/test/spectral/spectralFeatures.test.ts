import { describe, expect, it } from 'vitest';
import type { AudioClip } from '../../src/audio/audioClip.js';
import { spectralBandwidth, type SpectralBandwidthOptions } from '../../src/spectral/spectralBandwidth.js';
import { spectralCentroid, type SpectralCentroidOptions } from '../../src/spectral/spectralCentroid.js';
import { spectralFlatness, type SpectralFlatnessOptions } from '../../src/spectral/spectralFlatness.js';
import { spectralFlux, type SpectralFluxOptions } from '../../src/spectral/spectralFlux.js';
import { spectralRolloff, type SpectralRolloffOptions } from '../../src/spectral/spectralRolloff.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { featureGolden, scaledDifference } from '../helpers/featureGolden.js';
import { testSignal } from '../helpers/testSignal.js';

/** Frames of 64 samples at 6400 Hz, in which whole hundreds of Hz fall on bins of a window without side lobes. */
const framing = { nFft: 64, hopLength: 64, window: 'ones', center: false } as const;
const clip = testSignal('voice', 16000, 6000);
const loud = { ...clip, samples: clip.samples.map((sample) => 2 * sample) };
const silence = testSignal('silence', 16000, 3000);

function tones(...hz: number[]): AudioClip {
  const samples = Float32Array.from({ length: 128 }, (_, i) =>
    hz.reduce((sum, f) => sum + Math.sin((2 * Math.PI * f * i) / 6400), 0),
  );
  return { samples, sampleRate: 6400 };
}

describe('spectralCentroid', () => {
  it('of one tone is its frequency, of two equal ones the middle', () => {
    expect(spectralCentroid(tones(800), framing).data[0]).toBeCloseTo(800, 2);
    expect(spectralCentroid(tones(800, 1200), framing).data[0]).toBeCloseTo(1000, 2);
  });

  it('does not change with loudness, and is 0 in silence', () => {
    expect(spectralCentroid(loud).data).toEqual(spectralCentroid(clip).data);
    expect(spectralCentroid(silence).data[0]).toBe(0);
  });

  // float32 spectra: 5e-7 seen
  it.each(featureGolden<SpectralCentroidOptions>('spectralCentroid'))(
    'equals librosa: $title',
    ({ clip, options, expected }) => {
      expect(scaledDifference(spectralCentroid(clip, options), expected)).toBeLessThan(2e-6);
    },
  );
});

describe('spectralBandwidth', () => {
  it('of two equal tones is half their distance, whatever p', () => {
    for (const p of [1, 2, 3.5]) {
      expect(spectralBandwidth(tones(800, 1200), { ...framing, p }).data[0]).toBeCloseTo(200, 2);
    }
  });

  it('does not change with loudness, unless norm is false', () => {
    expect(spectralBandwidth(loud).data).toEqual(spectralBandwidth(clip).data);
    const [quiet, louder] = [clip, loud].map((c) => spectralBandwidth(c, { norm: false, p: 1 }).data[5]!);
    expect(louder! / quiet!).toBeCloseTo(2, 6);
  });

  it('of silence is 0', () => {
    expect(spectralBandwidth(silence).data[0]).toBe(0);
  });

  // librosa's float32 powers of deviations: 6e-6 seen
  it.each(featureGolden<SpectralBandwidthOptions>('spectralBandwidth'))(
    'equals librosa: $title',
    ({ clip, options, expected }) => {
      expect(scaledDifference(spectralBandwidth(clip, options), expected)).toBeLessThan(2e-5);
    },
  );
});

describe('spectralRolloff', () => {
  it('is the frequency that reaches the share: of four equal tones, the second for 0.4, the last for 0.85', () => {
    const clip = tones(400, 800, 1200, 1600);
    expect(spectralRolloff(clip, { ...framing, rollPercent: 0.4 }).data[0]).toBe(800);
    expect(spectralRolloff(clip, framing).data[0]).toBe(1600);
  });

  it('of silence is 0', () => {
    expect(spectralRolloff(silence).data[0]).toBe(0);
  });

  // the same bins, recorded to seven digits
  it.each(featureGolden<SpectralRolloffOptions>('spectralRolloff'))(
    'equals librosa: $title',
    ({ clip, options, expected }) => {
      expect(scaledDifference(spectralRolloff(clip, options), expected)).toBeLessThan(1e-6);
    },
  );
});

describe('spectralFlatness', () => {
  it('is 1 for a flat spectrum, as of a click or of silence, and near 0 for a tone', () => {
    const click = { samples: new Float32Array(64).fill(1, 32, 33), sampleRate: 6400 };
    expect(spectralFlatness(click, framing).data[0]).toBeCloseTo(1, 6);
    expect(spectralFlatness(silence).data[0]).toBeCloseTo(1, 6);
    expect(spectralFlatness(tones(800), framing).data[0]).toBeLessThan(1e-9);
  });

  it('does not change with loudness while all bins lie above amin', () => {
    spectralFlatness(clip).data.forEach((value, i) => {
      expect(spectralFlatness(loud).data[i]).toBeCloseTo(value, 6);
    });
  });

  // librosa adds up 1025 logarithms in float32: 1.3e-6 seen
  it.each(featureGolden<SpectralFlatnessOptions>('spectralFlatness'))(
    'equals librosa: $title',
    ({ clip, options, expected }) => {
      expect(scaledDifference(spectralFlatness(clip, options), expected)).toBeLessThan(5e-6);
    },
  );
});

describe('spectralFlux', () => {
  it('is the mean rise of the magnitudes: a tone that begins raises one of 33 bins by 32', () => {
    const samples = tones(800).samples.fill(0, 0, 64);
    const { data } = spectralFlux({ samples, sampleRate: 6400 }, framing);
    expect(data[0]).toBe(0);
    expect(data[1]).toBeCloseTo(32 / 33, 4);
  });

  it('does not count what fades: a tone that ends', () => {
    const samples = tones(800).samples.fill(0, 64);
    expect(spectralFlux({ samples, sampleRate: 6400 }, framing).data[1]).toBe(0);
  });

  it('grows with loudness', () => {
    expect(spectralFlux(loud).data).toEqual(spectralFlux(clip).data.map((value) => 2 * value));
  });

  // float32 differences: 4e-7 seen
  it.each(featureGolden<SpectralFluxOptions>('spectralFlux'))(
    'equals librosa: $title',
    ({ clip, options, expected }) => {
      expect(scaledDifference(spectralFlux(clip, options), expected)).toBeLessThan(2e-6);
    },
  );
});

describe('spectral features', () => {
  it.each([
    [() => spectralBandwidth(clip, { p: 0 }), '`p` to be a finite number > 0, got `0`'],
    [
      () => spectralBandwidth(clip, { norm: 'l1' } as unknown as SpectralBandwidthOptions),
      "`norm` to be true or false, got `'l1'`",
    ],
    [
      () => spectralRolloff(clip, { rollPercent: 85 }),
      '`rollPercent` to be a finite number > 0 and < 1, got `85`',
    ],
    [() => spectralFlatness(clip, { amin: 0 }), '`amin` to be a finite number > 0, got `0`'],
    [() => spectralFlatness(clip, { power: -2 }), '`power` to be a finite number > 0, got `-2`'],
    [() => spectralFlux(clip, { hopLength: 0 }), '`hopLength` to be an integer >= 1, got `0`'],
    [
      () => spectralCentroid({ ...clip, sampleRate: NaN }),
      '`sampleRate` to be a finite number > 0, got `NaN`',
    ],
  ])('refuse a bad option, and name it: %s', (action, message) => {
    const error = errorFrom(action);
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });
});
