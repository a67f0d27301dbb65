import { describe, expect, it } from 'vitest';
import { mfcc } from '../../src/cepstrum/mfcc.js';
import type { FeatureDescription } from '../../src/features/featureDescription.js';
import { createFeaturePlan } from '../../src/features/featurePlan.js';
import { delta } from '../../src/frames/delta.js';
import { logMel } from '../../src/mel/logMel.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { syntheticClip } from '../helpers/syntheticClip.js';

const clip = syntheticClip(16000, 6000);
const framing = { nFft: 512, hopLength: 160, nMels: 40 } as const;
const description: FeatureDescription = {
  sampleRate: 16000,
  features: [{ name: 'mfcc', nMfcc: 13, ...framing }],
};

describe('createFeaturePlan', () => {
  it('equals the function of the same name', () => {
    const extractor = createFeaturePlan(description);
    expect(extractor.extract(clip)).toEqual(mfcc(clip, { nMfcc: 13, ...framing }));
    expect(extractor.nFeatures).toBe(13);
    expect(extractor.nFrames).toBeUndefined();
  });

  it('joins the columns of several features', () => {
    const features = [...description.features, { name: 'logMel', ...framing } as const];
    const extractor = createFeaturePlan({ ...description, features });
    const joined = extractor.extract(clip);
    expect([joined.nFrames, joined.nFeatures]).toEqual([38, 53]);
    expect(joined.names).toEqual(extractor.names);
    expect(joined.names.slice(12, 14)).toEqual(['mfcc12', 'logMel0']);
    const lastFrame = joined.data.subarray(37 * 53);
    expect(lastFrame.subarray(0, 13)).toEqual(mfcc(clip, { nMfcc: 13, ...framing }).data.subarray(37 * 13));
    expect(lastFrame.subarray(13)).toEqual(logMel(clip, framing).data.subarray(37 * 40));
  });

  it('extracts a feature twice with different options and a `prefix`', () => {
    const few = { name: 'mfcc', nMfcc: 2 } as const;
    const both = createFeaturePlan({
      sampleRate: 16000,
      features: [few, { ...few, nMels: 40, prefix: 'coarse/' }],
      functionals: ['mean'],
    });
    const { data, names } = both.extract(clip);
    expect(names).toEqual(['mfcc0.mean', 'mfcc1.mean', 'coarse/mfcc0.mean', 'coarse/mfcc1.mean']);
    const coarse = createFeaturePlan({
      sampleRate: 16000,
      features: [{ ...few, nMels: 40 }],
      functionals: ['mean'],
    });
    expect([...data.subarray(2)]).toEqual([...coarse.extract(clip).data]);
    expect(data[2]).not.toBe(data[0]);
  });

  it('reduces features of different framing by functionals, to one row of named numbers', () => {
    const features = [
      { name: 'mfcc', nMfcc: 2 } as const,
      { name: 'melSpectrogram', ...framing, nMels: 2 } as const,
    ];
    const extractor = createFeaturePlan({ sampleRate: 16000, features, functionals: ['mean', 'std'] });
    const { data, nFrames, names } = extractor.extract(clip);
    expect([nFrames, extractor.nFrames]).toEqual([1, 1]);
    expect(names.join(' ')).toBe(
      'mfcc0.mean mfcc1.mean mfcc0.std mfcc1.std mel0.mean mel1.mean mel0.std mel1.std',
    );
    expect(names).toEqual(extractor.names);
    const mfcc1 = mfcc(clip, { nMfcc: 2 }).data.filter((_, i) => i % 2 === 1);
    expect(data[1]).toBeCloseTo(mfcc1.reduce((sum, value) => sum + value, 0) / mfcc1.length, 4);
  });

  it('follows the columns of each feature by their deltas', () => {
    const features = [description.features[0]!, { name: 'rms', frameLength: 512, hopLength: 160 } as const];
    const extractor = createFeaturePlan({ ...description, features, deltas: 2 });
    const { data, nFeatures, names } = extractor.extract(clip);
    expect(names).toEqual(extractor.names);
    expect(nFeatures).toBe(3 * 13 + 3);
    expect([12, 13, 26, 39, 40, 41].map((column) => names[column])).toEqual([
      'mfcc12',
      'mfcc0.delta',
      'mfcc0.delta2',
      'rms',
      'rms.delta',
      'rms.delta2',
    ]);
    const coefficients = mfcc(clip, { nMfcc: 13, ...framing });
    expect(data.subarray(13, 26)).toEqual(delta(coefficients).data.subarray(0, 13));
    expect(data.subarray(26, 39)).toEqual(delta(coefficients, { order: 2 }).data.subarray(0, 13));
  });

  it('reduces deltas by functionals too', () => {
    const features = [{ name: 'rms', frameLength: 512, hopLength: 160 } as const];
    const extractor = createFeaturePlan({
      ...description,
      features,
      deltas: 1,
      functionals: ['mean', 'max'],
    });
    expect(extractor.extract(clip).names).toEqual(['rms.mean', 'rms.delta.mean', 'rms.max', 'rms.delta.max']);
    expect(extractor.names).toEqual(extractor.extract(clip).names);
  });

  it('rejects a clip with too few frames for deltas', () => {
    const error = errorFrom(() =>
      createFeaturePlan({ ...description, deltas: 1 }).extract(syntheticClip(16000, 1279)),
    );
    expect(error.code).toBe('clip-too-short');
    expect(error.message).toContain('Deltas need a clip of at least 9 frames; got 8');
  });

  it('crops a longer clip', () => {
    const extractor = createFeaturePlan({ ...description, segment: { start: 0.1, duration: 0.2 } });
    const cut = { ...clip, samples: clip.samples.slice(1600, 4800) };
    expect(extractor.extract(clip)).toEqual(createFeaturePlan(description).extract(cut));
    expect(extractor.nFrames).toBe(21);
  });

  it('pads a shorter clip with zeros, so that all clips have the same number of frames', () => {
    const extractor = createFeaturePlan({ ...description, segment: { duration: 1 } });
    const filled = new Float32Array(16000);
    filled.set(clip.samples);
    expect(extractor.extract(clip)).toEqual(mfcc({ ...clip, samples: filled }, { nMfcc: 13, ...framing }));
    expect(extractor.extract(clip).nFrames).toBe(extractor.nFrames);
  });

  it('returns new arrays: earlier results are not overwritten', () => {
    const extractor = createFeaturePlan(description);
    const first = extractor.extract(clip);
    const before = first.data.slice();
    extractor.extract(syntheticClip(16000, 7000));
    expect(first.data).toEqual(before);
  });

  it('rejects a clip of another sample rate', () => {
    const error = errorFrom(() => createFeaturePlan(description).extract(syntheticClip(48000, 6000)));
    expect(error.code).toBe('sample-rate-mismatch');
    expect(error.message).toContain(
      'must have a sample rate of 16000 Hz; got 48000 Hz. Call `resample` first.',
    );
  });

  it('rejects a clip that ends before the start of the segment', () => {
    const extractor = createFeaturePlan({ ...description, segment: { start: 0.375, duration: 1 } });
    const error = errorFrom(() => extractor.extract(clip));
    expect(error.code).toBe('clip-too-short');
    expect(error.message).toContain('longer than `segment.start` (6000 samples); got 6000 samples');
  });

  it('rejects an invalid description', () => {
    expect(errorFrom(() => createFeaturePlan({ ...description, features: [] })).code).toBe(
      'invalid-feature-description',
    );
  });
});
