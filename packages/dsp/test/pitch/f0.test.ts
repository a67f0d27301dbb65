import { describe, expect, it } from 'vitest';
import { Autocorrelation } from '../../src/fft/autocorrelation.js';
import { CumulativeMeanNormalizedDifference } from '../../src/pitch/cumulativeMeanNormalizedDifference.js';
import { f0, F0Plan, type F0Options } from '../../src/pitch/f0.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { featureGolden, scaledDifference } from '../helpers/featureGolden.js';
import { maxDifference } from '../helpers/golden.js';
import { noise, testSignal } from '../helpers/testSignal.js';

describe('Autocorrelation', () => {
  it('equals the sum it is defined by', () => {
    const signal = noise(50);
    const lags = new Float64Array(31);
    new Autocorrelation({ size: 50, maxLag: 30 }).transform(signal, lags);
    const expected = lags.map((_, lag) =>
      signal.subarray(lag).reduce((sum, value, n) => sum + value * signal[n]!, 0),
    );
    expect(maxDifference(lags, expected)).toBeLessThan(1e-12);
  });
});

describe('CumulativeMeanNormalizedDifference', () => {
  const options = { frameLength: 400, minPeriod: 10, maxPeriod: 120 };

  it('of a periodic frame is least at its period; not 0, as silence counts as following it', () => {
    const frame = Float64Array.from({ length: 400 }, (_, n) => Math.sin((2 * Math.PI * n) / 40));
    const difference = new CumulativeMeanNormalizedDifference(options).transform(frame);
    expect(difference.indexOf(difference.reduce((least, value) => Math.min(least, value)))).toBe(30);
    expect(difference[30]).toBeCloseTo(0.05, 2);
  });

  it('of noise stays near 1, of silence is 0', () => {
    const plan = new CumulativeMeanNormalizedDifference(options);
    plan.transform(noise(400)).forEach((value) => expect(Math.abs(value - 1)).toBeLessThan(0.3));
    expect(plan.transform(new Float64Array(400)).every((value) => value === 0)).toBe(true);
  });
});

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

  it('steps by a quarter of a frame', () => {
    const plan = new F0Plan({ sampleRate: 16000, frameLength: 1024 });
    expect(plan.layout).toEqual({ frameLength: 1024, hopLength: 256, center: true });
  });

  // float32 answers; frames in which no period is best, as of a lone sample, are left out: there rounding decides
  it.each(featureGolden<F0Options>('f0'))('equals librosa.yin: $title', ({ clip, options, expected }) => {
    expect(scaledDifference(f0(clip, options), expected)).toBeLessThan(2e-6);
  });
});

describe('F0Plan', () => {
  it.each([
    [{ fMin: 7 }, '`fMin` to be a finite number > 7.8163'],
    [{ fMin: 3000 }, '`fMax` to be a finite number > 3000 and <= 8000, got `2093`'],
    [{ fMax: 9000 }, '`fMax` to be a finite number > 65 and <= 8000, got `9000`'],
    [{ troughThreshold: 0 }, '`troughThreshold` to be a finite number > 0, got `0`'],
    [{ frameLength: 100 }, '`fMin` to be a finite number > 161.6'],
    [{ sampleRate: 0 }, '`sampleRate` to be a finite number > 0, got `0`'],
  ])('refuses %o', (options, message) => {
    const error = errorFrom(() => new F0Plan({ sampleRate: 16000, ...options }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });
});
