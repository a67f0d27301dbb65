import { describe, expect, it, vi } from 'vitest';
import { createFramePlan, featureNames, type FeatureSpec } from '../../src/features/featureKinds.js';
import { createFeaturePlan } from '../../src/features/featurePlan.js';
import * as dsp from '../../src/index.js';
import { withoutKernels } from '../../src/kernels/kernels.js';
import { SpectrogramPlan } from '../../src/spectrum/spectrogramPlan.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { signalNames, testSignal } from '../helpers/testSignal.js';

const clip = testSignal('voice', 16000, 6000);

/** A feature with its defaults. */
function specOf(name: FeatureSpec['name']): FeatureSpec {
  return { name };
}

/** All features that dsp computes itself. */
const ownFeatures = featureNames.filter((name) => name !== 'encoder');

describe.each(ownFeatures)('%s', (name) => {
  const plan = createFramePlan(specOf(name), 16000);

  it('equals the function of the same name', () => {
    const features = dsp[name](clip);
    const extractor = createFeaturePlan({ sampleRate: 16000, features: [specOf(name)] });
    expect(extractor.extract(clip)).toEqual(features);
    expect(extractor.names).toEqual(features.names);
    expect(features.data).toHaveLength(features.nFrames * features.nFeatures);
  });

  it('fills a given buffer with the same values', () => {
    const output = new Float32Array(plan.nFrames(6000) * plan.names.length).fill(NaN);
    expect(plan.transform(clip.samples, output)).toBe(output);
    expect(output).toEqual(plan.transform(clip.samples));
  });

  it('does not depend on a previous longer clip', () => {
    const before = plan.transform(clip.samples);
    plan.transform(testSignal('noise', 16000, 20000).samples);
    expect(plan.transform(clip.samples)).toEqual(before);
  });

  it.each(signalNames)('is finite for %s, however short', (signal) => {
    for (const nSamples of [1, 2, 511, 3000]) {
      const values = plan.transform(testSignal(signal, 16000, nSamples).samples);
      expect(values.every((value) => Number.isFinite(value))).toBe(true);
    }
  });

  it('rejects an empty clip, NaN, and a buffer of another length', () => {
    expect(errorFrom(() => plan.transform(new Float32Array(0))).code).toBe('clip-too-short');
    expect(errorFrom(() => plan.transform(Float32Array.of(0, NaN))).code).toBe('invalid-sample');
    expect(errorFrom(() => plan.transform(clip.samples, new Float32Array(1))).code).toBe('buffer-mismatch');
  });
});

describe('features of one description', () => {
  const framing = { nFft: 512, hopLength: 160 } as const;
  const features: FeatureSpec[] = [
    { name: 'mfcc', ...framing, nMels: 40 },
    { name: 'chroma', ...framing },
    { name: 'rms', frameLength: 512, hopLength: 160 },
    { name: 'spectralContrast', ...framing, nBands: 5 },
    { name: 'melSpectrogram', ...framing, nMels: 40, power: 1 },
    { name: 'spectralCentroid', ...framing, window: 'hamming' },
  ];

  it('are the same together as alone', () => {
    const together = createFeaturePlan({ sampleRate: 16000, features }).extract(clip);
    const alone = features.map((spec) => createFramePlan(spec, 16000).transform(clip.samples));
    const nFrames = together.nFrames;
    for (const frame of [0, 17, nFrames - 1]) {
      const row = alone.flatMap((data) => {
        const nColumns = data.length / nFrames;
        return [...data.subarray(frame * nColumns, (frame + 1) * nColumns)];
      });
      expect([...together.data.subarray(frame * row.length, (frame + 1) * row.length)]).toEqual(row);
    }
  });

  it('share one spectrogram for each combination of options: here two', () => {
    const transforms = vi.spyOn(SpectrogramPlan.prototype, 'spectrumOf');
    const plan = withoutKernels(() => createFeaturePlan({ sampleRate: 16000, features }));
    const { nFrames } = plan.extract(clip);
    expect(transforms).toHaveBeenCalledTimes(2 * nFrames);
    transforms.mockRestore();
  });
});
