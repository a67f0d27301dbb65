import { describe, expect, it } from 'vitest';
import { istft, InverseStftPlan, type InverseStftOptions } from '../../src/spectrum/inverseStft.js';
import { stft } from '../../src/spectrum/stft.js';
import type { StftOptions } from '../../src/spectrum/stftOptions.js';
import { contradicting } from '../helpers/contradicting.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { golden, maxDifference, maxRelativeDifference } from '../helpers/golden.js';
import { samplesAt, type SoundCase } from '../helpers/soundCase.js';
import { syntheticClip } from '../helpers/syntheticClip.js';

const clip = syntheticClip(8000, 3000);

describe('istft', () => {
  it.each<StftOptions>([
    {},
    { nFft: 256 },
    { nFft: 256, hopLength: 256, window: 'ones' },
    { nFft: 100, hopLength: 30, window: 'hamming' },
    { nFft: 129, hopLength: 40 },
    { nFft: 512, winLength: 400, hopLength: 160 },
    { nFft: 128, center: false, window: 'hamming', hopLength: 32 },
  ])('is the inverse of stft: %j', (options) => {
    const whole = { samples: clip.samples.subarray(0, 2944), sampleRate: 8000 };
    const restored = istft(stft(whole, options), { nFft: 2048, ...options, length: 2944 });
    // samples after the last whole frame are silent
    const reached = options.center === false ? 2944 : 2944 - 256;
    expect(maxDifference(restored.subarray(0, reached), whole.samples.subarray(0, reached))).toBeLessThan(
      2e-7,
    );
  });

  it('is as long as the frames without the padding of centered frames', () => {
    const frames = stft(clip, { nFft: 256, hopLength: 100 });
    expect(istft(frames, { hopLength: 100 })).toHaveLength(30 * 100);
    expect(istft(frames, { hopLength: 100, center: false })).toHaveLength(30 * 100 + 256);
    expect(new InverseStftPlan({ nFft: 256 }).outputLength(0)).toBe(0);
  });

  it('is silent after the last frame', () => {
    const frames = stft(clip, { nFft: 256 });
    const samples = istft(frames, { length: 5000 });
    expect(samples.subarray(3000 + 128).every((sample) => sample === 0)).toBe(true);
  });

  // librosa adds in float32; recorded to seven digits
  it.each(golden<SoundCase<InverseStftOptions & StftOptions>>('istfts'))(
    'equals librosa: $nSamples samples, $title',
    ({ sampleRate, nSamples, options, expected }) => {
      const { length, padMode, ...shared } = options;
      const frames = contradicting(stft(syntheticClip(sampleRate, nSamples), { ...shared, padMode }));
      const samples = istft(frames, { ...shared, length });
      expect(samples).toHaveLength(expected.nSamples);
      expect(maxRelativeDifference(samplesAt(samples, expected.at), expected.values)).toBeLessThan(1e-6);
    },
  );

  it('rejects frames of another size, and an invalid length', () => {
    const error = errorFrom(() => istft(stft(clip, { nFft: 256 }), { nFft: 512 }));
    expect(error.code).toBe('buffer-mismatch');
    expect(error.message).toContain('frames of 257 complex numbers');
    expect(errorFrom(() => istft(stft(clip), { length: 0 })).message).toContain(
      '`length` must be an integer from 1 to 2147483647; got 0',
    );
  });
});

describe('InverseStftPlan', () => {
  it('does not depend on previous signals', () => {
    const plan = new InverseStftPlan({ nFft: 256 });
    const { data } = stft(clip, { nFft: 256 });
    const first = plan.transform(data);
    plan.transform(stft(syntheticClip(8000, 9000), { nFft: 256 }).data);
    expect(plan.transform(data)).toEqual(first);
  });
});
