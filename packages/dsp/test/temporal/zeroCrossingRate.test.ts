import { describe, expect, it } from 'vitest';
import { zeroCrossingRate, type ZeroCrossingRateOptions } from '../../src/temporal/zeroCrossingRate.js';
import { featureGolden, scaledDifference } from '../helpers/featureGolden.js';
import { testSignal } from '../helpers/testSignal.js';

const clip = testSignal('voice', 16000, 6000);
const alternating = { samples: Float32Array.of(1, -1, 1, -1, 1, -1, 1, -1), sampleRate: 8 };

describe('zeroCrossingRate', () => {
  it('is the fraction of samples whose sign differs from the previous sample', () => {
    expect(zeroCrossingRate(alternating, { frameLength: 8, center: false }).data[0]).toBe(7 / 8);
  });

  it('counts no crossing in the padding', () => {
    const { data } = zeroCrossingRate(alternating, { frameLength: 8, hopLength: 4 });
    expect([...data]).toEqual([3 / 8, 7 / 8, 3 / 8]);
  });

  it('treats 0, and samples within the threshold, as positive', () => {
    const samples = Float32Array.of(0, -0.1, 0, 0.1, -0.1, 0);
    const options = { frameLength: 6, center: false };
    expect(zeroCrossingRate({ samples, sampleRate: 8 }, options).data[0]).toBeCloseTo(4 / 6, 6);
    expect(zeroCrossingRate({ samples, sampleRate: 8 }, { ...options, threshold: 0.2 }).data[0]).toBe(0);
  });

  it('does not change with loudness', () => {
    const loud = { ...clip, samples: clip.samples.map((sample) => 2 * sample) };
    expect(zeroCrossingRate(loud).data).toEqual(zeroCrossingRate(clip).data);
  });

  // the same counts, recorded to seven digits
  it.each(featureGolden<ZeroCrossingRateOptions>('zeroCrossingRate'))(
    'equals librosa: $title',
    ({ clip, options, expected }) => {
      expect(scaledDifference(zeroCrossingRate(clip, options), expected)).toBeLessThan(1e-6);
    },
  );
});
