import { describe, expect, it } from 'vitest';
import { spectralCentroid, type SpectralCentroidOptions } from '../../src/spectral/spectralCentroid.js';
import { featureGolden, scaledDifference } from '../helpers/featureGolden.js';
import { clip, framing, loud, silence, tones } from '../helpers/spectralSignals.js';

describe('spectralCentroid', () => {
  it('of one tone is its frequency, of two equal tones their mean', () => {
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
