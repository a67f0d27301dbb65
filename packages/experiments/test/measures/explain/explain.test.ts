import { createFeaturePlan } from '@ser/dsp';
import { createClassifier, openEngine } from '@ser/models';
import { describe, expect, it } from 'vitest';
import type { ExtractedClips } from '../../../src/features/extractedClips.js';
import { explain } from '../../../src/measures/explain/explain.js';
import { functionalOf, groupNames } from '../../../src/measures/explain/featureFamilies.js';
import { examplesOf } from '../../../src/training/examples.js';
import { fitNormalizer } from '../../../src/training/normalize/fitNormalizer.js';
import { utterance } from '../../sampleRun.js';

const features = {
  sampleRate: 16000,
  features: [{ name: 'rms' }, { name: 'f0' }],
  functionals: ['mean'],
} as const;

/** Loud clips are happy, quiet ones sad; the pitch says nothing. */
const clips: ExtractedClips = {
  utterances: ['happy', 'sad', 'happy', 'sad'].map((emotion, take) => utterance('01', emotion, take)),
  data: Float32Array.from([...[10, 100], ...[-10, 100], ...[10, 200], ...[-10, 200]]),
  nFrames: 1,
  nFeatures: 2,
  names: ['rms.mean', 'f0.mean'],
  skipped: [],
};
const rows = [0, 1, 2, 3];

describe('explain', () => {
  it('finds the feature that determines the prediction, with all of the score', async () => {
    const normalizer = fitNormalizer(clips, rows, { scope: 'train' });
    const classifier = createClassifier(
      { kind: 'ridge', innerFolds: 2 },
      { engine: await openEngine('tfjs-wasm'), inputShape: [1, 2], nClasses: 2, seed: 1 },
    );
    await classifier.fit(examplesOf(clips, rows, { normalizer }), Int32Array.of(0, 1, 0, 1), { seed: 1 });
    const fitted = { normalizer, classifier, history: [] };
    const told = await explain(clips, { rows, fitted }, { name: 'loud', labels: ['happy', 'sad'], features });
    classifier.dispose();

    expect(told.groups.map(({ name }) => name)).toEqual(['rms', 'f0']);
    for (const shares of [told.groups[0]!.shares, told.functionals[0]!.shares]) {
      shares.forEach((share) => expect(share).toBeCloseTo(1, 5));
    }
    expect(told.functionals).toMatchObject([{ name: 'mean', nFeatures: 2 }]);
    const [loudness, pitch] = told.features;
    expect(loudness!.name).toBe('rms.mean');
    expect(loudness!.effects[0]).toBeGreaterThan(0.1);
    expect(loudness!.effects[1]).toBeCloseTo(-loudness!.effects[0]!, 6); // the mean over the emotions is subtracted
    pitch!.effects.forEach((effect) => expect(effect).toBeCloseTo(0, 5));
  });
});

describe('families of features', () => {
  it('of functionals are their groups', () => {
    const description = { sampleRate: 16000, features: [{ name: 'functionals' }] } as const;
    const { names } = createFeaturePlan(description);
    const groups = groupNames(names, description);
    const groupOf = (name: string) => groups[names.indexOf(name)];
    expect(groupOf('mfcc3.p95.active')).toBe('mfcc');
    expect(groupOf('centroid.mean.active')).toBe('spectrum');
    expect(groups.every((group) => group !== undefined)).toBe(true);
  });

  it('are the functionals of contours', () => {
    expect(functionalOf('mfcc3.p95.active')).toBe('p95.active');
    expect(functionalOf('mfcc1.delta~mfcc5.delta.correlation.active')).toBe('correlation');
    expect(functionalOf('duration')).toBe('duration');
  });
});
