import { describe, expect, it } from 'vitest';
import { spectralBandwidth, type SpectralBandwidthOptions } from '../../src/spectral/spectralBandwidth.js';
import { featureGolden, scaledDifference } from '../helpers/featureGolden.js';
import { clip, framing, loud, silence, tones } from '../helpers/spectralSignals.js';

describe('spectralBandwidth', () => {
  it('of two equal tones is half their distance, for any p', () => {
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
