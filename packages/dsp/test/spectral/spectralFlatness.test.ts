import { describe, expect, it } from 'vitest';
import { spectralFlatness, type SpectralFlatnessOptions } from '../../src/spectral/spectralFlatness.js';
import { featureGolden, scaledDifference } from '../helpers/featureGolden.js';
import { clip, framing, loud, silence, tones } from '../helpers/spectralSignals.js';

describe('spectralFlatness', () => {
  it('is 1 for a flat spectrum, such as a click or silence, and near 0 for a tone', () => {
    const click = { samples: new Float32Array(64).fill(1, 32, 33), sampleRate: 6400 };
    expect(spectralFlatness(click, framing).data[0]).toBeCloseTo(1, 6);
    expect(spectralFlatness(silence).data[0]).toBeCloseTo(1, 6);
    expect(spectralFlatness(tones(800), framing).data[0]).toBeLessThan(1e-9);
  });

  it('does not change with loudness while all bins are above amin', () => {
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
