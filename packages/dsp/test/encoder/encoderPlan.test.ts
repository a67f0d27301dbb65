import { describe, expect, it } from 'vitest';
import { createFeaturePlan, type FeatureDescription, parseFeatureDescription } from '../../src/index.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { testSignal } from '../helpers/testSignal.js';

const encoder = { name: 'encoder', layers: [2, 3] } as const;
const withEncoder = (fields: object = {}) =>
  ({ sampleRate: 16000, features: [encoder], ...fields }) as FeatureDescription;

describe("the feature 'encoder'", () => {
  it('has one row of 768 named numbers per layer', () => {
    const plan = createFeaturePlan(withEncoder());
    expect([plan.nFrames, plan.nFeatures]).toEqual([1, 1536]);
    expect([plan.names[17], plan.names.at(-1)]).toEqual(['encoder.layer2.mean.17', 'encoder.layer3.std.383']);
    expect(createFeaturePlan(withEncoder({ features: [{ name: 'encoder' }] })).nFeatures).toBe(2304);
  });

  it('can be beside functionals, and be listed twice with a prefix', () => {
    const features = [
      { name: 'encoder', layers: [1], prefix: 'first/' },
      { name: 'functionals', groups: ['energy'] },
      { name: 'encoder', layers: [1, 2] },
    ];
    const { names, nFeatures } = createFeaturePlan(withEncoder({ features }));
    expect(names[0]).toBe('first/encoder.layer1.mean.0');
    expect(names[nFeatures - 1536]).toBe('encoder.layer1.mean.0');
  });

  it('is computed by @ser/encoder, because an encoder is asynchronous', () => {
    const plan = createFeaturePlan(withEncoder());
    const error = errorFrom(() => plan.extract(testSignal('voice', 16000, 6000)));
    expect(error.code).toBe('asynchronous-feature');
    expect(error.message).toContain('Use `openFeatures` of @ser/encoder.');
  });

  it.each([
    [{ sampleRate: 22050 }, "features[0]: `sampleRate` must be 16000 for the feature 'encoder'; got 22050."],
    [{ segment: { duration: 1 } }, "features[0]: 'encoder' describes the whole clip. Leave out `segment`."],
    [{ functionals: ['mean'] }, "'encoder' has one row per clip. Leave out `deltas` and `functionals`."],
    [{ deltas: 1 }, "'encoder' has one row per clip."],
    [{ features: [encoder, { name: 'mfcc' }] }, 'features[1] and features[0] must have the same frames.'],
    [
      { features: [{ name: 'encoder', layers: [0] }] },
      'features[0]: `layers` must be a list of at least one of 1, 2, 3, each at most once; got [0].',
    ],
    [
      { features: [{ name: 'encoder', layer: 1 }] },
      '`features[0].layer` is not an option. Use one of name, layers, prefix.',
    ],
  ])('rejects %j', (fields, message) => {
    const error = errorFrom(() => parseFeatureDescription(withEncoder(fields)));
    expect(error.code).toBe('invalid-feature-description');
    expect(error.message).toContain(message);
  });
});
