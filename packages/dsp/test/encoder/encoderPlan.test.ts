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
      '`features[0].layer` is not an option. Use one of name, layers, statistics, model, file, width, sha256, prefix.',
    ],
  ])('rejects %j', (fields, message) => {
    const error = errorFrom(() => parseFeatureDescription(withEncoder(fields)));
    expect(error.code).toBe('invalid-feature-description');
    expect(error.message).toContain(message);
  });

  describe('of another encoder', () => {
    const sha256 = 'a'.repeat(64);
    const other = { name: 'encoder', model: './wavlm', layers: [6, 7] } as const;

    it('has two numbers per layer and channel', () => {
      const features = [{ ...other, width: 768, sha256 }];
      const { names, nFrames } = createFeaturePlan(withEncoder({ features }));
      expect([nFrames, names.length]).toEqual([1, 2 * 2 * 768]);
      expect(names[2 * 768 + 17]).toBe('encoder.layer7.mean.17');
    });

    it('has no columns before it has been opened', () => {
      const plan = createFeaturePlan(withEncoder({ features: [other, { name: 'functionals' }] }));
      expect(plan.nFrames).toBe(1);
      const error = errorFrom(() => plan.names);
      expect(error.code).toBe('unresolved-encoder');
      expect(error.message).toContain("encoder './wavlm' are known after it has been opened.");
      expect(error.message).toContain('`resolveFeatures` of @ser/encoder');
    });

    it.each([
      [{ model: '' }, '`model` must be a folder or a URL; got'],
      [{ model: './wavlm' }, '`layers` must be a list of at least one layer from 0 to 999 of `model`'],
      [{ ...other, layers: [6, 6] }, 'each at most once; got [6,6].'],
      [{ ...other, file: '../model.onnx' }, '`file` must be the path of an .onnx file below `model`'],
      [{ ...other, file: 'onnx/model.bin' }, "got 'onnx/model.bin'."],
      [{ ...other, width: 0 }, '`width` must be an integer from 1 to 16384; got 0.'],
      [{ ...other, sha256: 'abc' }, "`sha256` must be 64 lowercase hexadecimal digits; got 'abc'."],
      [{ width: 384 }, '`width` must be absent without `model`; got 384.'],
    ])('rejects %j', (fields, message) => {
      const features = [{ name: 'encoder', ...fields }];
      const error = errorFrom(() => parseFeatureDescription(withEncoder({ features })));
      expect(error.code).toBe('invalid-feature-description');
      expect(error.message).toContain(message);
    });
  });
});
