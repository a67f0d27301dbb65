import { describe, expect, it } from 'vitest';
import { f0, F0Plan, type F0Options } from '../../src/pitch/f0.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { featureGolden, scaledDifference } from '../helpers/featureGolden.js';
import { testSignal } from '../helpers/testSignal.js';

describe('f0', () => {
  it('follows a voice whose pitch moves about 130 Hz by 15 Hz, three times a second', () => {
    const options = { frameLength: 1024, fMax: 500 };
    const { data, nFrames, names } = f0(testSignal('voice', 16000, 16000), options);
    expect([nFrames, names]).toEqual([63, ['f0']]);
    for (let frame = 3; frame < 60; frame++) {
      const pitch = 130 + 15 * Math.cos((2 * Math.PI * 3 * 256 * frame) / 16000);
      expect(Math.abs(data[frame]! - pitch)).toBeLessThan(3);
    }
  });

  it('does not change with loudness', () => {
    const clip = testSignal('voice', 16000, 6000);
    const loud = { ...clip, samples: clip.samples.map((sample) => 2 * sample) };
    expect(f0(loud).data).toEqual(f0(clip).data);
  });

  it('in silence is the highest: every period fits', () => {
    const { data } = f0(testSignal('silence', 16000, 3000), { fMax: 500 });
    expect(data[0]).toBe(16000 / 32);
  });

  it('has a hop of a quarter of a frame', () => {
    const plan = new F0Plan({ sampleRate: 16000, frameLength: 1024 });
    expect(plan.layout).toEqual({ frameLength: 1024, hopLength: 256, center: true });
  });

  // float32 results; frames without a best period, such as those of a single sample, are left out: there rounding decides
  it.each(featureGolden<F0Options>('f0'))('equals librosa.yin: $title', ({ clip, options, expected }) => {
    expect(scaledDifference(f0(clip, options), expected)).toBeLessThan(2e-6);
  });
});

describe('F0Plan', () => {
  it.each([
    [{ fMin: 7 }, '`fMin` must be a finite number above 7.8163'],
    [{ fMin: 3000 }, '`fMax` must be a finite number above 3000 and at most 8000; got 2093'],
    [{ fMax: 9000 }, '`fMax` must be a finite number above 65 and at most 8000; got 9000'],
    [{ troughThreshold: 0 }, '`troughThreshold` must be a finite number above 0; got 0'],
    [{ frameLength: 100 }, '`fMin` must be a finite number above 161.6'],
    [{ sampleRate: 0 }, '`sampleRate` must be a finite number above 0; got 0'],
  ])('rejects %o', (options, message) => {
    const error = errorFrom(() => new F0Plan({ sampleRate: 16000, ...options }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });
});
