import { describe, expect, it } from 'vitest';
import type { ResampleQuality } from '../../src/resample/rateConversion.js';
import { resample } from '../../src/resample/resample.js';
import { ResamplePlan } from '../../src/resample/resamplePlan.js';
import { errorFrom } from '../helpers/errorFrom.js';

const ratios: readonly [from: number, to: number][] = [
  [48000, 16000],
  [44100, 16000],
  [24414, 16000],
  [48000, 22050],
  [16000, 22050],
  [16000, 48000],
];

/** Half a second of a tone. */
function tone(frequency: number, sampleRate: number): Float32Array {
  return Float32Array.from({ length: sampleRate / 2 }, (_, i) =>
    Math.sin((2 * Math.PI * frequency * i) / sampleRate),
  );
}

function resampled(samples: Float32Array, from: number, to: number, quality?: ResampleQuality): Float32Array {
  return resample({ samples, sampleRate: from }, { sampleRate: to, quality }).samples;
}

/** The samples away from both ends, where the filter covers only input. */
function middle(samples: Float32Array): Float32Array {
  return samples.subarray(Math.ceil(samples.length * 0.1), Math.floor(samples.length * 0.9));
}

/** Power in decibels relative to a tone at full scale. */
function decibels(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  return 10 * Math.log10(2 * power + 1e-30);
}

function difference(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((sample, i) => sample - b[i]!);
}

describe('resample', () => {
  it('returns a clip that already has the rate unchanged', () => {
    const clip = { samples: Float32Array.of(1, 2), sampleRate: 16000 };
    expect(resample(clip, { sampleRate: 16000 })).toBe(clip);
  });

  it.each(ratios)('from %i to %i Hz gives ceil(n * to / from) samples', (from, to) => {
    for (const n of [0, 1, 2, 3, 1000, 4801]) {
      expect(resampled(new Float32Array(n), from, to)).toHaveLength(Math.ceil((n * to) / from));
    }
  });

  it.each(ratios)('from %i to %i Hz keeps a constant to the last bits of float32', (from, to) => {
    const constant = middle(resampled(new Float32Array(4800).fill(0.5), from, to));
    expect(Math.max(...constant.map((sample) => Math.abs(sample - 0.5)))).toBeLessThan(1e-7);
  });

  // a delay of a hundredth of a sample would leave -45 dB
  it.each(ratios)('from %i to %i Hz keeps a tone, in size and in time', (from, to) => {
    const expected = tone(1000, to);
    const actual = resampled(tone(1000, from), from, to);
    expect(decibels(middle(difference(actual, expected)))).toBeLessThan(-105);
  });

  it('does not shift the clip: an impulse stays symmetric around its time', () => {
    const impulse = new Float32Array(2001);
    impulse[999] = 1;
    const response = resampled(impulse, 48000, 16000);
    expect(response.indexOf(Math.max(...response))).toBe(333);
    for (let k = 1; k < 100; k++) expect(response[333 + k]).toBeCloseTo(response[333 - k]!, 9);
  });

  it('is linear', () => {
    const a = tone(440, 24414);
    const b = tone(3000, 24414);
    const sum = resampled(
      a.map((sample, i) => 0.25 * sample + 0.5 * b[i]!),
      24414,
      16000,
    );
    const parts = resampled(a, 24414, 16000);
    const others = resampled(b, 24414, 16000);
    const error = sum.map((sample, i) => Math.abs(sample - 0.25 * parts[i]! - 0.5 * others[i]!));
    expect(Math.max(...error)).toBeLessThan(1e-6);
  });

  it('up and down again restores frequencies below the cutoff', () => {
    const samples = tone(2500, 16000);
    const back = resampled(resampled(samples, 16000, 44100, 'best'), 44100, 16000, 'best');
    expect(decibels(middle(difference(back, samples)))).toBeLessThan(-120);
  });

  // the numbers of the table in RateConversion; -88, -104, and -148 dB were seen
  it.each<[ResampleQuality, number]>([
    ['fast', -86],
    ['high', -102],
    ['best', -146],
  ])('%s rejects tones above the new Nyquist frequency by %i dB', (quality, limit) => {
    for (const frequency of [8800, 9500, 12000, 15999, 20000, 23500]) {
      expect(decibels(middle(resampled(tone(frequency, 48000), 48000, 16000, quality)))).toBeLessThan(limit);
    }
  });

  it.each<[ResampleQuality, number]>([
    ['fast', 0.77],
    ['high', 0.88],
    ['best', 0.9],
  ])('%s is flat within 0.1 dB up to %d of the lower Nyquist frequency', (quality, edge) => {
    for (const part of [0.1, 0.5, edge]) {
      const level = decibels(middle(resampled(tone(part * 8000, 48000), 48000, 16000, quality)));
      expect(Math.abs(level)).toBeLessThan(0.15);
    }
  });

  it.each([0, -1, 16000.5, NaN, Infinity])('rejects a rate of %d', (sampleRate) => {
    const error = errorFrom(() => resampled(new Float32Array(1), 48000, sampleRate));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(`integer numbers of Hz, at least 1; got 48000 Hz to ${sampleRate} Hz`);
  });

  it('rejects a ratio above 256', () => {
    const error = errorFrom(() => resampled(new Float32Array(1), 4_000_000_000, 16000));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain('within a factor of 256');
  });

  it('rejects an unknown quality', () => {
    const error = errorFrom(() => resampled(new Float32Array(1), 48000, 16000, 'better' as ResampleQuality));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain("`quality` must be one of 'fast', 'high', 'best'; got 'better'");
  });
});

describe('ResamplePlan', () => {
  it('gives the same samples each time it is used', () => {
    const plan = new ResamplePlan({ from: 24414, to: 16000 });
    const input = tone(440, 24414);
    const first = new Float32Array(plan.outputLength(input.length));
    const second = new Float32Array(first.length);
    plan.transform(input, first);
    plan.transform(input, second);
    expect(second).toEqual(first);
  });

  it('pads the input with silence', () => {
    const plan = new ResamplePlan({ from: 16000, to: 8000 });
    const output = new Float32Array(600);
    plan.transform(new Float32Array(20).fill(1), output);
    expect(Math.abs(output[5]!)).toBeGreaterThan(0.9);
    expect(output.subarray(100).every((sample) => sample === 0)).toBe(true);
  });
});
