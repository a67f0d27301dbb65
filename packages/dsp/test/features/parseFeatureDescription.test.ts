import { describe, expect, it } from 'vitest';
import { featureNames, optionNamesOf } from '../../src/features/featureKinds.js';
import { parseFeatureDescription } from '../../src/features/parseFeatureDescription.js';
import { errorFrom } from '../helpers/errorFrom.js';

const complete = {
  sampleRate: 16000,
  features: [
    { name: 'mfcc', nMfcc: 13, nFft: 512, hopLength: 160, nMels: 40, topDb: null, lifter: 22 },
    { name: 'logMel', nFft: 400, hopLength: 160, nMels: 40, ref: 'max' },
  ],
  deltas: 2,
  segment: { start: 0.5, duration: 2.5 },
};

describe('parseFeatureDescription', () => {
  it('returns an equal description, also after a round trip through JSON', () => {
    const parsed = parseFeatureDescription(complete);
    expect(parsed).toEqual(complete);
    expect(parseFeatureDescription(JSON.parse(JSON.stringify(parsed)))).toEqual(complete);
  });

  it('returns a copy', () => {
    const mutable = structuredClone(complete);
    const parsed = parseFeatureDescription(mutable);
    mutable.sampleRate = 1;
    expect(parsed.sampleRate).toBe(16000);
  });

  it('lists every option of each feature', () => {
    expect(featureNames.join(' ')).toBe(
      'mfcc logMel melSpectrogram chroma tonnetz spectralContrast spectralCentroid spectralBandwidth ' +
        'spectralRolloff spectralFlatness spectralFlux zeroCrossingRate rms f0 lowLevelDescriptors functionals encoder',
    );
    expect(optionNamesOf('mfcc')).toEqual(
      expect.arrayContaining(['nMfcc', 'lifter', 'topDb', 'melNorm', 'padMode']),
    );
    expect(optionNamesOf('melSpectrogram')).not.toContain('nMfcc');
    expect(optionNamesOf('chroma')).not.toContain('power');
    expect(optionNamesOf('rms')).toEqual(['frameLength', 'hopLength', 'center', 'padMode', 'prefix']);
  });

  it.each([
    [
      { features: [{ name: 'cqt' }] },
      "The feature 'cqt' does not exist. Use one of mfcc, logMel, melSpectrogram, chroma,",
    ],
    [{ features: [{ name: 'mfcc' }, { name: 'toString' }] }, "The feature 'toString' does not exist."],
  ])('rejects what is not supported by name: %j', (fields, message) => {
    const error = errorFrom(() => parseFeatureDescription({ ...complete, ...fields }));
    expect(error.code).toBe('unsupported-feature');
    expect(error.message).toContain(message);
  });

  it.each([
    [{ sampleRate: undefined }, '`sampleRate` must be a finite number above 0; got undefined'],
    [{ sampleRate: '16000' }, "`sampleRate` must be a finite number above 0; got '16000'"],
    [{ features: [] }, '`features` must be a list of at least one feature; got []'],
    [{ features: [null] }, '`features[0]` must be an object with the `name` of a feature; got null'],
    [
      { features: [{ name: 'mfcc' }, { name: 'mfcc', nMels: 40 }] },
      "two columns have the name 'mfcc0'. List each feature once, or give one of the two a `prefix`",
    ],
    [{ features: [{ name: 'rms', prefix: 1 }] }, '`features[0].prefix` must be a string; got 1'],
    [
      { features: [{ name: 'mfcc', nMffc: 13 }] },
      '`features[0].nMffc` is not an option. Use one of name, nFft',
    ],
    [{ features: [{ name: 'mfcc', nMfcc: 200 }] }, 'features[0]: `nMfcc` must be an integer from 1 to 128'],
    [
      { features: [{ name: 'mfcc', nMfcc: '13' }] },
      "features[0]: `nMfcc` must be an integer from 1 to 128; got '13'",
    ],
    [
      { features: [{ name: 'mfcc', nFft: 4194304 }] },
      'from 2 to 65536; got 4194304. Choose a smaller window.',
    ],
    [{ deltas: 3 }, '`deltas` must be one of 0, 1, 2; got 3'],
    [{ deltas: true }, '`deltas` must be one of 0, 1, 2; got true'],
    [
      { features: [{ name: 'chroma', power: 1 }] },
      '`features[0].power` is not an option. Use one of name, nFft',
    ],
    [
      { features: [{ name: 'rms', nFft: 512 }] },
      '`features[0].nFft` is not an option. Use one of name, frameLength, hopLength, center, padMode',
    ],
    [
      { features: [{ name: 'f0', fMax: 9000 }] },
      'features[0]: `fMax` must be a finite number above 65 and at most 8000; got 9000',
    ],
    [
      { deltas: 1, segment: { duration: 0.05 } },
      'features[0]: Deltas need a clip of at least 9 frames; got 6',
    ],
    [{ segment: { start: 1 } }, '`segment.duration` must be a finite number above 0 and at most 16777.216'],
    [
      { segment: { duration: 20000 } },
      '`segment.duration` must be a finite number above 0 and at most 16777.216',
    ],
    [{ segment: { start: -1, duration: 1 } }, '`segment.start` must be a finite number from 0 to 16777.216'],
    [{ segment: 3 }, '`segment` must be an object; got 3'],
    [{ functionals: [] }, 'a list of at least one of mean, std, min, max, each at most once; got []'],
    [{ functionals: ['mean', 'mean'] }, 'each at most once; got ["mean","mean"]'],
    [{ functionals: ['median'] }, 'got ["median"]'],
    [{ color: 'blue' }, '`description.color` is not an option. Use one of sampleRate, features'],
  ])('rejects %j', (fields, message) => {
    const error = errorFrom(() => parseFeatureDescription({ ...complete, ...fields }));
    expect(error.code).toBe('invalid-feature-description');
    expect(error.message).toContain(message);
  });

  it.each([null, [], 'mfcc'])('rejects %j in place of a description', (json) => {
    expect(errorFrom(() => parseFeatureDescription(json)).code).toBe('invalid-feature-description');
  });

  it('rejects features with different frames, unless functionals reduce them', () => {
    const features = [{ name: 'mfcc', hopLength: 160 }, { name: 'logMel' }];
    const error = errorFrom(() => parseFeatureDescription({ sampleRate: 16000, features }));
    expect(error.code).toBe('invalid-feature-description');
    expect(error.message).toContain('features[1] and features[0] must have the same frames');
    expect(() =>
      parseFeatureDescription({ sampleRate: 16000, features, functionals: ['mean'] }),
    ).not.toThrow();
  });

  it('joins features with and without a spectrum if their frames are at the same times', () => {
    const beside = (spec: object) => () =>
      parseFeatureDescription({
        sampleRate: 16000,
        features: [{ name: 'mfcc', nFft: 512, hopLength: 160 }, spec],
      });
    expect(beside({ name: 'zeroCrossingRate', frameLength: 400, hopLength: 160 })).not.toThrow();
    expect(beside({ name: 'f0', hopLength: 160 })).not.toThrow();
    expect(errorFrom(beside({ name: 'rms', frameLength: 401, hopLength: 160 })).message).toContain(
      'must have the same frames. Give both the same `hopLength`, `center`, and `nFft` (`frameLength` of',
    );
    expect(errorFrom(beside({ name: 'f0' })).message).toContain('must have the same frames');
  });

  it('rejects a segment shorter than a frame without centering', () => {
    const features = [{ name: 'mfcc', center: false }];
    const error = errorFrom(() =>
      parseFeatureDescription({ sampleRate: 16000, features, segment: { duration: 0.1 } }),
    );
    expect(error.code).toBe('invalid-feature-description');
    expect(error.message).toContain('at least 2048 samples; got 1600');
  });
});
