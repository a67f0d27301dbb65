import { describe, expect, it } from 'vitest';
import type { Descriptors } from '../../src/descriptors/descriptors.js';
import { DescriptorsPlan } from '../../src/descriptors/descriptorsPlan.js';
import { createFeaturePlan } from '../../src/features/featurePlan.js';
import { parseFeatureDescription } from '../../src/features/parseFeatureDescription.js';
import {
  lowLevelDescriptors,
  LowLevelDescriptorsPlan,
  type LowLevelDescriptorsOptions,
} from '../../src/lowLevelDescriptors/lowLevelDescriptors.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { phrase } from '../helpers/phrase.js';
import { testSignal } from '../helpers/testSignal.js';
import { runSteps } from '../../src/steps/steps.js';

/** Two seconds of speech with pauses, and silence before and after. */
const clip = (() => {
  const { samples, sampleRate } = phrase(32000);
  const padded = new Float32Array(samples.length + 16000);
  padded.set(samples, 8000);
  return { samples: padded, sampleRate };
})();
const frames = runSteps(new DescriptorsPlan().transform(clip.samples));
const activeFrames = [...frames.active.keys()].filter((frame) => frames.active[frame] === 1);

function contourOf({ data, nFrames, names, f0, voiced }: Descriptors, name: string): readonly number[] {
  if (name === 'f0') return [...f0.subarray(0, nFrames)];
  if (name === 'voiced') return [...voiced.subarray(0, nFrames)];
  return [...data.subarray(names.indexOf(name) * nFrames).subarray(0, nFrames)];
}

function columnOf(
  { data, names, nFrames }: ReturnType<typeof lowLevelDescriptors>,
  name: string,
): readonly number[] {
  const column = names.indexOf(name);
  return Array.from({ length: nFrames }, (_, row) => data[row * names.length + column]!);
}

/** Slopes over two frames on either side, by definition. */
function slopes(values: readonly number[]): readonly number[] {
  const at = (i: number) => values[Math.min(values.length - 1, Math.max(0, i))]!;
  return values.map((_, t) => [-2, -1, 1, 2].reduce((sum, k) => sum + k * at(t + k), 0) / 10);
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  const errors = actual.map(
    (value, i) => Math.abs(value - expected[i]!) / Math.max(1, Math.abs(expected[i]!)),
  );
  expect(Math.max(...errors)).toBeLessThan(1e-6);
}

describe('lowLevelDescriptors', () => {
  it('are MFCC, F0, voicing, and harmonics-to-noise ratio of the active frames by default', () => {
    const features = lowLevelDescriptors(clip);
    expect(features.names).toHaveLength(23);
    expect(features.names.slice(19)).toEqual(['mfcc19', 'hnr', 'f0', 'voiced']);
    expect(features.nFrames).toBe(activeFrames.length);
    expect(activeFrames.length).toBeLessThan(frames.nFrames - 90); // the silence is left out
    for (const name of features.names) {
      const contour = contourOf(frames, name);
      expectClose(
        columnOf(features, name),
        activeFrames.map((frame) => contour[frame]!),
      );
    }
  });

  it('have slopes of the whole clip, before frames are left out', () => {
    const features = lowLevelDescriptors(clip, { descriptors: ['level', 'voiced'], deltas: 2 });
    expect(features.names.join(' ')).toBe('level voiced level.delta voiced.delta level.delta2 voiced.delta2');
    for (const name of ['level', 'voiced']) {
      const delta = slopes(contourOf(frames, name));
      const delta2 = slopes(delta);
      expectClose(
        columnOf(features, `${name}.delta`),
        activeFrames.map((frame) => delta[frame]!),
      );
      expectClose(
        columnOf(features, `${name}.delta2`),
        activeFrames.map((frame) => delta2[frame]!),
      );
    }
  });

  it('of every frame equal those of DescriptorsPlan', () => {
    const features = lowLevelDescriptors(clip, { descriptors: ['centroid'], deltas: 1, active: false });
    expect(features.nFrames).toBe(frames.nFrames);
    const contour = contourOf(frames, 'centroid');
    expectClose(columnOf(features, 'centroid'), contour);
    expectClose(columnOf(features, 'centroid.delta'), slopes(contour));
  });

  it('of a window around each frame are its Hann-weighted cosine transform', () => {
    const features = lowLevelDescriptors(clip, {
      descriptors: ['f0', 'mfcc1'],
      context: { nFrames: 9, nCoefficients: 3 },
    });
    expect(features.names.join(' ')).toBe('mfcc1.dct0 f0.dct0 mfcc1.dct1 f0.dct1 mfcc1.dct2 f0.dct2');
    for (const name of ['mfcc1', 'f0']) {
      const contour = contourOf(frames, name);
      for (const k of [0, 1, 2]) {
        const basis = Array.from(
          { length: 9 },
          (_, i) => Math.sin((Math.PI * (i + 1)) / 10) ** 2 * Math.cos((Math.PI * k * (i + 0.5)) / 9),
        );
        const length = Math.hypot(...basis);
        const expected = activeFrames.map((frame) =>
          basis.reduce((sum, value, i) => {
            const at = Math.min(frames.nFrames - 1, Math.max(0, frame + i - 4));
            return sum + (value / length) * contour[at]!;
          }, 0),
        );
        expectClose(columnOf(features, `${name}.dct${k}`), expected);
      }
    }
  });

  it('use 21 frames and 5 coefficients by default', () => {
    const descriptors = ['mfcc', 'voiced', 'hnr'];
    const standard = lowLevelDescriptors(clip, { descriptors, context: {} });
    expect(standard.nFeatures).toBe(110);
    expect(standard).toEqual(
      lowLevelDescriptors(clip, { descriptors, context: { nFrames: 21, nCoefficients: 5 } }),
    );
  });

  it('repeat the first and the last value beyond the ends', () => {
    const constant = { descriptors: ['zeroCrossingRate'], active: false };
    const tone = testSignal('tone', 16000, 8000);
    const first = contourOf(runSteps(new DescriptorsPlan().transform(tone.samples)), 'zeroCrossingRate');
    const [dct0] = columnOf(
      lowLevelDescriptors(tone, { ...constant, context: { nFrames: 3, nCoefficients: 1 } }),
      'zeroCrossingRate.dct0',
    );
    const bell = [0.5, 1, 0.5];
    expect(dct0).toBeCloseTo((0.5 * first[0]! + first[0]! + 0.5 * first[1]!) / Math.hypot(...bell), 6);
  });

  it('have a fixed order of columns', () => {
    const listed = lowLevelDescriptors(clip, { descriptors: ['voiced', 'mfcc2', 'energy', 'mfcc0'] });
    expect(listed.names.join(' ')).toBe('mfcc0 mfcc2 level loudness zeroCrossingRate voiced');
    expect(lowLevelDescriptors(clip, { descriptors: ['mfcc5', 'mfcc'] })).toEqual(
      lowLevelDescriptors(clip, { descriptors: ['mfcc'] }),
    );
  });

  it('of the invariant front end are the same at any gain that is a power of two', () => {
    const options = { frontEnd: 'invariant', deltas: 1 } as const;
    const softer = { ...clip, samples: clip.samples.map((sample) => sample / 8) };
    expect(lowLevelDescriptors(softer, options)).toEqual(lowLevelDescriptors(clip, options));
  });

  it('use all frames of a clip with fewer than ten active frames', () => {
    expect(lowLevelDescriptors(testSignal('voice', 16000, 800)).nFrames).toBe(6);
  });

  it.each<LowLevelDescriptorsOptions>([
    { deltas: 2 },
    { context: {} },
    { frontEnd: 'invariant', context: {} },
  ])('are finite in silence and in a clip of one sample: %j', (options) => {
    for (const [nSamples, nFrames] of [
      [8000, 51],
      [1, 1],
    ] as const) {
      const silence = { samples: new Float32Array(nSamples), sampleRate: 16000 };
      const { data, nFrames: found } = lowLevelDescriptors(silence, options);
      expect(found).toBe(nFrames);
      expect(data.every((value) => Number.isFinite(value))).toBe(true);
    }
  });

  it.each([
    [
      'sample-rate-mismatch',
      { ...clip, sampleRate: 8000 },
      'must have a sample rate of 16000 Hz; got 8000 Hz',
    ],
    ['clip-too-short', { ...clip, samples: new Float32Array(0) }, 'got 0'],
    ['invalid-sample', { ...clip, samples: new Float32Array(100).fill(NaN) }, 'got NaN at sample 0'],
  ])('reject a clip with %s', (code, other, message) => {
    const error = errorFrom(() => lowLevelDescriptors(other));
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });
});

describe('LowLevelDescriptorsPlan', () => {
  it('fills the start of a given buffer and returns the filled part', () => {
    const plan = new LowLevelDescriptorsPlan({ sampleRate: 16000 });
    const output = new Float32Array(plan.nFrames(clip.samples.length) * plan.names.length);
    const filled = plan.transform(clip.samples, output);
    expect(filled.buffer).toBe(output.buffer);
    expect(filled).toEqual(lowLevelDescriptors(clip).data);
    expect(filled.length).toBeLessThan(output.length);
  });

  it.each([
    [{ sampleRate: 8000 }, '`sampleRate` must be 16000; got 8000. Resample the clips'],
    [{ descriptors: [] }, '`descriptors` must be a list of at least one of the groups mel, mfcc'],
    [{ descriptors: ['pitch'] }, 'f0, voiced, each at most once; got ["pitch"]'],
    [{ descriptors: ['f0', 'f0'] }, 'each at most once; got ["f0","f0"]'],
    [{ frontEnd: 'invariant', descriptors: ['chroma'] }, 'got ["chroma"]'],
    [{ frontEnd: 'invariant', descriptors: ['zeroCrossingRate'] }, 'got ["zeroCrossingRate"]'],
    [{ deltas: 3 }, '`deltas` must be one of 0, 1, 2'],
    [{ deltas: 1, context: {} }, '`deltas` and `context` cannot be combined'],
    [{ context: { nFrames: 20 } }, '`context.nFrames` must be an odd integer; got 20. Use 21.'],
    [{ context: { nFrames: 1 } }, '`context.nFrames` must be an integer from 3 to 9999'],
    [{ context: { nCoefficients: 22 } }, '`context.nCoefficients` must be an integer from 1 to 21'],
    [{ context: { width: 3 } }, '`context.width` is not an option. Use one of nFrames, nCoefficients.'],
    [{ context: 21 }, '`context` must be an object; got 21'],
    [{ context: null }, '`context` must be an object; got null'],
    [{ active: 1 }, '`active` must be one of true, false'],
  ])('rejects %j', (options, message) => {
    const create = () =>
      new LowLevelDescriptorsPlan({ sampleRate: 16000, ...(options as LowLevelDescriptorsOptions) });
    const error = errorFrom(create);
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });
});

describe('lowLevelDescriptors by description', () => {
  const sampleRate = 16000;

  it('can be joined if they have the same rows: MFCC with slopes, pitch without', () => {
    const extractor = createFeaturePlan({
      sampleRate,
      features: [
        { name: 'lowLevelDescriptors', descriptors: ['mfcc'], deltas: 2 },
        { name: 'lowLevelDescriptors', descriptors: ['f0', 'voiced', 'hnr'] },
      ],
    });
    const features = extractor.extract(clip);
    expect([features.nFrames, features.nFeatures]).toEqual([activeFrames.length, 63]);
    expect(columnOf(features, 'f0')).toEqual(columnOf(lowLevelDescriptors(clip), 'f0'));
  });

  it('have as many rows as the clip has active frames, also of a segment', () => {
    const extractor = createFeaturePlan({
      sampleRate,
      features: [{ name: 'lowLevelDescriptors' }],
      segment: { duration: 1 },
    });
    expect(extractor.nFrames).toBeUndefined();
    expect(extractor.extract(clip).nFrames).toBeLessThan(101);
    const every = { name: 'lowLevelDescriptors', active: false } as const;
    expect(createFeaturePlan({ sampleRate, features: [every], segment: { duration: 1 } }).nFrames).toBe(101);
  });

  it('can be joined with other features if no frame is left out', () => {
    const mfcc = { name: 'mfcc', nFft: 512, hopLength: 160, prefix: 'librosa/' } as const;
    const every = { name: 'lowLevelDescriptors', active: false } as const;
    expect(createFeaturePlan({ sampleRate, features: [mfcc, every] }).extract(clip).nFrames).toBe(
      frames.nFrames,
    );
  });

  it.each([
    [
      { features: [{ name: 'lowLevelDescriptors' }], deltas: 1 },
      'Use the `deltas` option of the feature itself',
    ],
    [
      {
        features: [
          { name: 'lowLevelDescriptors' },
          { name: 'lowLevelDescriptors', frontEnd: 'invariant', prefix: 'x/' },
        ],
      },
      'features[1] and features[0] must have the same frames',
    ],
    [
      {
        features: [
          { name: 'lowLevelDescriptors' },
          { name: 'mfcc', nFft: 512, hopLength: 160, prefix: 'x/' },
        ],
      },
      'features[1] and features[0] must have the same frames',
    ],
  ])('rejects %j', (description, message) => {
    const error = errorFrom(() => parseFeatureDescription({ sampleRate, ...description }));
    expect(error.code).toBe('invalid-feature-description');
    expect(error.message).toContain(message);
  });
});
