import { describe, expect, it } from 'vitest';
import { chroma, ChromaPlan } from '../../src/chroma/chroma.js';
import type { ChromaOptions } from '../../src/chroma/chromaOptions.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { featureGolden, scaledDifference } from '../helpers/featureGolden.js';
import { testSignal } from '../helpers/testSignal.js';

const clip = testSignal('voice', 16000, 6000);

/** Chroma of the middle of a pure tone. */
function chromaOfTone(hz: number, options: ChromaOptions = { tuning: 0 }): number[] {
  const samples = Float32Array.from({ length: 8192 }, (_, i) => Math.sin((2 * Math.PI * hz * i) / 22050));
  const { data, nFeatures } = chroma({ samples, sampleRate: 22050 }, options);
  return [...data.subarray(8 * nFeatures, 9 * nFeatures)];
}

describe('chroma', () => {
  it('has a row per frame and a named column per pitch class', () => {
    const { data, nFrames, nFeatures, names } = chroma(clip);
    expect([nFrames, nFeatures, data.length]).toEqual([12, 12, 144]);
    expect([names[0], names[11]]).toEqual(['chroma0', 'chroma11']);
  });

  it.each([
    ['C', 523.25, 0],
    ['A', 440, 9],
    ['A, an octave up', 880, 9],
    ['B', 493.88, 11],
  ])('of a tone is highest, and 1, in its pitch class: %s', (_name, hz, pitchClass) => {
    const values = chromaOfTone(hz);
    expect(values[pitchClass]).toBe(1);
    expect(values.filter((value) => value === 1)).toHaveLength(1);
  });

  it('adapts to the tuning of a clip: a tone between two classes is assigned to one', () => {
    const quarterToneAboveA = 440 * 2 ** (0.45 / 12);
    const untuned = chromaOfTone(quarterToneAboveA)[10]!;
    const tuned = chromaOfTone(quarterToneAboveA, {})[10]!;
    expect(untuned).toBeGreaterThan(0.5);
    expect(tuned).toBeLessThan(0.3);
  });

  it('does not change with loudness, unless norm is none', () => {
    const loud = { ...clip, samples: clip.samples.map((sample) => 2 * sample) };
    expect(chroma(loud).data).toEqual(chroma(clip).data);
    const raw = chroma(clip, { norm: 'none' }).data;
    expect(chroma(loud, { norm: 'none' }).data).toEqual(raw.map((value) => 4 * value));
  });

  it('sums up to 1 with norm 1', () => {
    const { data } = chroma(clip, { norm: 1 });
    expect(data.subarray(0, 12).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
  });

  it('of silence is 0', () => {
    expect(chroma(testSignal('silence', 16000, 3000)).data.every((value) => value === 0)).toBe(true);
  });

  // float32 sums of 1025 bins: 4e-7 seen
  it.each(featureGolden<ChromaOptions>('chroma'))('equals librosa: $title', ({ clip, options, expected }) => {
    expect(scaledDifference(chroma(clip, options), expected)).toBeLessThan(2e-6);
  });
});

describe('ChromaPlan', () => {
  it('adapts to the tuning of each clip', () => {
    const plan = new ChromaPlan({ sampleRate: 16000 });
    plan.transform(testSignal('tone', 16000, 9000).samples);
    expect(plan.transform(clip.samples)).toEqual(chroma(clip).data);
  });

  it.each([
    [{ nChroma: 0 }, '`nChroma` must be an integer from 1 to 1024; got 0'],
    [{ tuning: NaN }, '`tuning` must be a finite number; got NaN'],
    [{ norm: 0 }, "`norm` must be 'inf', 'none', or a finite number above 0; got 0"],
    [{ norm: 'max' }, "or a finite number above 0; got 'max'"],
    [{ ctroct: '5' }, "`ctroct` must be a finite number; got '5'"],
    [{ octwidth: 0 }, '`octwidth` must be a finite number above 0; got 0'],
    [{ sampleRate: -1 }, '`sampleRate` must be a finite number above 0; got -1'],
    [{ nFft: 1 }, '`nFft` must be an integer from 2 to 65536; got 1'],
  ])('rejects %o', (options, message) => {
    const error = errorFrom(() => new ChromaPlan({ sampleRate: 16000, ...(options as ChromaOptions) }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });
});
