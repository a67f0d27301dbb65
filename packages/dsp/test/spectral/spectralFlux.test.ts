import { describe, expect, it } from 'vitest';
import { spectralFlux, type SpectralFluxOptions } from '../../src/spectral/spectralFlux.js';
import { featureGolden, scaledDifference } from '../helpers/featureGolden.js';
import { clip, framing, loud, tones } from '../helpers/spectralSignals.js';

describe('spectralFlux', () => {
  it('is the mean rise of the magnitudes: the onset of a tone raises one of 33 bins by 32', () => {
    const samples = tones(800).samples.fill(0, 0, 64);
    const { data } = spectralFlux({ samples, sampleRate: 6400 }, framing);
    expect(data[0]).toBe(0);
    expect(data[1]).toBeCloseTo(32 / 33, 4);
  });

  it('ignores falling magnitudes: a tone that ends', () => {
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
