import { describe, expect, it } from 'vitest';
import { rms, type RmsOptions } from '../../src/temporal/rms.js';
import { zeroCrossingRate } from '../../src/temporal/zeroCrossingRate.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { featureGolden, scaledDifference } from '../helpers/featureGolden.js';
import { testSignal } from '../helpers/testSignal.js';

const clip = testSignal('voice', 16000, 6000);

describe('rms', () => {
  it('of a sine is its amplitude over √2', () => {
    const samples = Float32Array.from({ length: 800 }, (_, i) => 0.3 * Math.sin((2 * Math.PI * i) / 80));
    const { data } = rms({ samples, sampleRate: 8000 }, { frameLength: 800, center: false });
    expect(data[0]).toBeCloseTo(0.3 / Math.SQRT2, 6);
  });

  it('grows with loudness', () => {
    const loud = { ...clip, samples: clip.samples.map((sample) => 2 * sample) };
    expect(rms(loud).data).toEqual(rms(clip).data.map((value) => 2 * value));
  });

  it('pads centered frames with zeros, or as padMode says', () => {
    const constant = { samples: new Float32Array(64).fill(0.5), sampleRate: 8000 };
    const options = { frameLength: 32, hopLength: 16 };
    expect(rms(constant, options).data[0]).toBeCloseTo(0.5 / Math.SQRT2, 6);
    expect(rms(constant, { ...options, padMode: 'edge' }).data[0]).toBeCloseTo(0.5, 6);
  });

  // librosa's float32 sums: 3e-7 seen
  it.each(featureGolden<RmsOptions>('rms'))('equals librosa: $title', ({ clip, options, expected }) => {
    expect(scaledDifference(rms(clip, options), expected)).toBeLessThan(2e-6);
  });
});

describe('features of the samples of each frame', () => {
  it.each([
    [() => rms(clip, { frameLength: 0 }), '`frameLength` must be an integer from 1 to 65536; got 0'],
    [() => rms(clip, { hopLength: 1.5 }), '`hopLength` must be an integer from 1 to 4194304; got 1.5'],
    [
      () => rms(clip, { padMode: 'wrap' } as unknown as RmsOptions),
      "`padMode` must be one of 'constant', 'reflect', 'edge'; got 'wrap'",
    ],
    [
      () => zeroCrossingRate(clip, { threshold: -1 }),
      '`threshold` must be a finite number at least 0; got -1',
    ],
  ])('reject an invalid option by name: %s', (action, message) => {
    const error = errorFrom(action);
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });

  it('reject a clip shorter than a frame without centering, with the name of the option', () => {
    const error = errorFrom(() => rms(clip, { frameLength: 6001, center: false }));
    expect(error.code).toBe('clip-too-short');
    expect(error.message).toContain(
      'at least 6001 samples; got 6000. Lengthen the clip, lower `frameLength`',
    );
  });
});
