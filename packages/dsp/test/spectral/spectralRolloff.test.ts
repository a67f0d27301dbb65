import { describe, expect, it } from 'vitest';
import { spectralRolloff, type SpectralRolloffOptions } from '../../src/spectral/spectralRolloff.js';
import { featureGolden, scaledDifference } from '../helpers/featureGolden.js';
import { framing, silence, tones } from '../helpers/spectralSignals.js';

describe('spectralRolloff', () => {
  it('is the frequency that reaches the fraction: of four equal tones, the second for 0.4, the last for 0.85', () => {
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
