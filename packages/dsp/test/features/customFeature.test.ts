import { afterEach, describe, expect, it } from 'vitest';
import { customFeatureNames } from '../../src/features/customFeature.js';
import { registerFeature } from '../../src/features/featureKinds.js';
import { createFeaturePlan } from '../../src/features/featurePlan.js';
import { parseFeatureDescription } from '../../src/features/parseFeatureDescription.js';

const added: (() => void)[] = [];
const register = (feature: Parameters<typeof registerFeature>[0]) => added.push(registerFeature(feature));
afterEach(() => added.splice(0).forEach((remove) => remove()));

const clip = { samples: Float32Array.of(0, 0.5, 1, 0.5, 0, 0.25), sampleRate: 16000 };
const peak = {
  name: 'peak',
  columns: ['peak'],
  extract: ({ samples }: { samples: Float32Array }) => [Math.max(...samples)],
};
const ofPeak = { sampleRate: 16000, features: [{ name: 'peak' }] };

describe('registerFeature', () => {
  it('adds a feature of whole clips to descriptions', () => {
    register(peak);
    const plan = createFeaturePlan(parseFeatureDescription(ofPeak));
    expect(plan).toMatchObject({ names: ['peak'], nFrames: 1 });
    expect(plan.extract(clip)).toMatchObject({ nFrames: 1, nFeatures: 1 });
    expect([...plan.extract(clip).data]).toEqual([1]);
    expect(customFeatureNames()).toEqual(['peak']);
  });

  it('divides a clip into frames, and passes the options of the description', () => {
    register({
      name: 'powers',
      options: ['power'],
      frames: { frameLength: 2, hopLength: 2 },
      columns: ({ power }) => [`sum${String(power)}`, 'last'],
      extract: ({ samples }, { power }) => [
        samples.reduce((sum, value) => sum + value ** (power as number), 0),
        samples.at(-1)!,
      ],
    });
    const features = [{ name: 'powers', power: 2, prefix: 'my/' }];
    const plan = createFeaturePlan(parseFeatureDescription({ sampleRate: 16000, features }));
    expect(plan.names).toEqual(['my/sum2', 'my/last']);
    expect([...plan.extract(clip).data]).toEqual([0.25, 0.5, 1.25, 0.5, 0.0625, 0.25]);
    const means = createFeaturePlan(
      parseFeatureDescription({ sampleRate: 16000, features, functionals: ['mean'] }),
    );
    expect([...means.extract(clip).data].map((value) => value.toFixed(4))).toEqual(['0.5208', '0.4167']);
    expect(() => plan.extract({ ...clip, samples: clip.samples.subarray(0, 1) })).toThrow(
      'at least 2 samples',
    );
  });

  it('says how to provide a feature that does not exist', () => {
    expect(() => parseFeatureDescription(ofPeak)).toThrow(
      "The feature 'peak' does not exist. Use one of mfcc, logMel",
    );
    expect(() => parseFeatureDescription(ofPeak)).toThrow(
      '`registerFeature` (`--plugin FILE` in the command)',
    );
  });

  it('stores the version of the feature, and refuses another one', () => {
    const remove = registerFeature({ ...peak, version: 2 });
    const description = parseFeatureDescription(ofPeak);
    expect(description.features).toEqual([{ name: 'peak', version: 2 }]);
    remove();
    register({ ...peak, version: 3 });
    expect(() => createFeaturePlan(description)).toThrow(
      "needs version 2 of the feature 'peak'; version 3 is registered",
    );
  });

  it.each([
    [{ ...peak, name: 'My peak' }, '`name` must be letters and digits'],
    [{ ...peak, name: 'mfcc' }, 'The feature `mfcc` is built in'],
    [{ ...peak, version: 0 }, '`version`'],
  ])('refuses %o', (feature, message) => {
    expect(() => registerFeature(feature)).toThrow(message);
  });

  it('refuses unknown options, and rows of the wrong length', () => {
    register({ ...peak, extract: () => [1, 2] });
    const unknown = { sampleRate: 16000, features: [{ name: 'peak', above: 1 }] };
    expect(() => parseFeatureDescription(unknown)).toThrow('`features[0].above` is not an option');
    const plan = createFeaturePlan(parseFeatureDescription(ofPeak));
    expect(() => plan.extract(clip)).toThrow('must return 1 finite numbers, one per column; got 2');
  });
});
