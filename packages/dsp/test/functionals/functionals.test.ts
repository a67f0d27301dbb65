import { describe, expect, it } from 'vitest';
import { frontEnds, type FrontEnd } from '../../src/descriptors/frontEnd.js';
import { createFeaturePlan } from '../../src/features/featurePlan.js';
import { parseFeatureDescription } from '../../src/features/parseFeatureDescription.js';
import {
  functionalGroups,
  functionalStatistics,
  type FunctionalGroup,
} from '../../src/functionals/functionalGroups.js';
import { functionals, FunctionalsPlan } from '../../src/functionals/functionals.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { golden } from '../helpers/golden.js';
import { largestError } from '../helpers/largestError.js';
import { phrase } from '../helpers/phrase.js';
import { testSignal, type SignalName } from '../helpers/testSignal.js';

const clip = phrase(20000);

describe('functionals', () => {
  it('are 3,779 numbers with the front end full-band and 3,345 with invariant, with unique names', () => {
    for (const [frontEnd, count] of [
      ['full-band', 3779],
      ['invariant', 3345],
    ] as const) {
      const { names, data, nFrames } = functionals(clip, { frontEnd });
      expect([names.length, data.length, nFrames]).toEqual([count, count, 1]);
      expect(new Set(names).size).toBe(count);
      expect(data.every((value) => Number.isFinite(value))).toBe(true);
    }
  });

  it('are 2,687 with the front end invariant without modulation and correlations', () => {
    const groups = functionalGroups.filter(
      (group) => !['chroma', 'modulation', 'correlation'].includes(group),
    );
    expect(functionals(clip, { frontEnd: 'invariant', groups }).names).toHaveLength(2687);
  });

  it('of one group are part of all functionals', () => {
    const all = functionals(clip);
    for (const group of functionalGroups) {
      const { names, data } = functionals(clip, { groups: [group] });
      const first = all.names.indexOf(names[0]!);
      expect(all.names.slice(first, first + names.length)).toEqual(names);
      expect(all.data.slice(first, first + names.length)).toEqual(data);
    }
  });

  it('of one family of statistics are part of all functionals', () => {
    const all = functionals(clip, { groups: ['mfcc', 'f0'] });
    const counts = functionalStatistics.map((statistic) => {
      const { names, data } = functionals(clip, { groups: ['mfcc', 'f0'], statistics: [statistic] });
      names.forEach((name, i) => expect(data[i]).toBe(all.data[all.names.indexOf(name)]));
      return names.length;
    });
    expect(counts).toEqual([84, 147, 84, 42, 128, 40, 40, 20, 12, 63]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.names.length);
  });

  it('do not depend on the order in which groups are listed', () => {
    expect(functionals(clip, { groups: ['f0', 'mel'] })).toEqual(
      functionals(clip, { groups: ['mel', 'f0'] }),
    );
  });

  it('are named by descriptor, statistic, and region', () => {
    const { names } = functionals(clip);
    expect(names).toEqual(
      expect.arrayContaining([
        'mfcc3.p95.active',
        'centroid.interquartileRange.active',
        'level.delta.std.span',
        'hnr.mean.voiced',
        'mel7.deviation.third2',
        'f0.mean.voiced',
        'f0.slope.lastSegment',
        'rhythm.voicedRunRate',
        'mel2to3.modulation4.span',
        'mfcc0~mfcc3.delta.correlation.active',
      ]),
    );
  });

  it.each([-20, 20])('of the invariant front end are the same at %i dB', (decibels) => {
    const gain = 10 ** (decibels / 20);
    const scaled = { ...clip, samples: clip.samples.map((sample) => sample * gain) };
    const plain = functionals(clip, { frontEnd: 'invariant' });
    expect(largestError(functionals(scaled, { frontEnd: 'invariant' }).data, plain.data)).toBeLessThan(1e-4);
  });
});

describe('functionals of a clip of another rate', () => {
  it('are rejected', () => {
    const error = errorFrom(() => functionals({ ...clip, sampleRate: 44100 }));
    expect(error.code).toBe('sample-rate-mismatch');
    expect(error.message).toContain(
      'must have a sample rate of 16000 Hz; got 44100 Hz. Call `resample` first.',
    );
  });
});

describe('FunctionalsPlan', () => {
  it.each([
    [{ sampleRate: 22050 }, '`sampleRate` must be 16000; got 22050. Resample the clips'],
    [{ groups: [] }, '`groups` must be a list of at least one of mel, mfcc, spectrum'],
    [{ groups: ['mfcc', 'mfcc'] }, 'each at most once; got ["mfcc","mfcc"]'],
    [{ groups: ['pitch'] }, 'each at most once; got ["pitch"]'],
    [{ frontEnd: 'invariant', groups: ['chroma'] }, 'correlation, each at most once; got ["chroma"]'],
    [{ statistics: ['median'] }, '`statistics` must be a list of at least one of moments, percentiles'],
    [{ frontEnd: 'telephone' }, "`frontEnd` must be one of 'full-band', 'invariant'"],
  ])('rejects %j', (options, message) => {
    const error = errorFrom(
      () => new FunctionalsPlan({ sampleRate: 16000, ...(options as { groups?: FunctionalGroup[] }) }),
    );
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });
});

describe('functionals by description', () => {
  const description = {
    sampleRate: 16000,
    features: [
      { name: 'functionals', frontEnd: 'invariant', groups: ['mfcc', 'f0'], statistics: ['moments'] },
    ],
  };

  it('are unchanged by a round trip through JSON, and have one row per clip', () => {
    const parsed = parseFeatureDescription(JSON.parse(JSON.stringify(description)));
    expect(parsed).toEqual(description);
    const extractor = createFeaturePlan(parsed);
    expect([extractor.nFrames, extractor.nFeatures]).toEqual([1, 84]);
    expect(extractor.extract(clip)).toEqual(
      functionals(clip, { frontEnd: 'invariant', groups: ['mfcc', 'f0'], statistics: ['moments'] }),
    );
  });

  it('can be listed twice with different front ends', () => {
    const [fullBand, invariant] = frontEnds.map((frontEnd) => ({ name: 'functionals' as const, frontEnd }));
    const both = createFeaturePlan({
      sampleRate: 16000,
      features: [fullBand!, { ...invariant!, prefix: 'invariant/' }],
    });
    const { data, names, nFrames } = both.extract(clip);
    const alone = frontEnds.map((frontEnd) => functionals(clip, { frontEnd }));
    expect([nFrames, new Set(names).size]).toEqual([1, 3779 + 3345]);
    expect(names).toEqual([...alone[0]!.names, ...alone[1]!.names.map((name) => `invariant/${name}`)]);
    expect(data).toEqual(Float32Array.of(...alone[0]!.data, ...alone[1]!.data));
  });

  it('can describe a segment of the clip', () => {
    const extractor = createFeaturePlan(
      parseFeatureDescription({ ...description, segment: { duration: 0.5 } }),
    );
    expect(extractor.nFrames).toBe(1);
    expect(extractor.extract(clip).data).toHaveLength(84);
  });

  it.each([
    [{ sampleRate: 22050 }, 'features[0]: `sampleRate` must be 16000'],
    [{ deltas: 1 }, "features[0]: 'functionals' has one row per clip. Leave out `deltas` and `functionals`"],
    [{ functionals: ['mean'] }, "features[0]: 'functionals' has one row per clip"],
    [
      { features: [{ name: 'functionals' }, { name: 'mfcc' }] },
      'features[1] and features[0] must have the same frames',
    ],
    [
      { features: [{ name: 'functionals', hopLength: 160 }] },
      '`features[0].hopLength` is not an option. Use one of name, frontEnd',
    ],
  ])('rejects %j', (fields, message) => {
    const error = errorFrom(() => parseFeatureDescription({ ...description, ...fields }));
    expect(error.code).toBe('invalid-feature-description');
    expect(error.message).toContain(message);
  });
});

interface RecordedCase {
  readonly frontEnd: FrontEnd;
  readonly stride: number;
  readonly expected: readonly number[];
}

const plans = Object.fromEntries(
  frontEnds.map((frontEnd) => [frontEnd, new FunctionalsPlan({ sampleRate: 16000, frontEnd })]),
) as Record<FrontEnd, FunctionalsPlan>;

/**
 * Largest errors of the contrast of the lowest band, and of all others. The prototype rounds the samples without their mean to
 * float32, which changes the bin of 0 Hz and the contrast of the lowest band. The others agree within 1e-4 on speech,
 * most within 1e-6.
 */
function errorsOf(samples: Float32Array, { frontEnd, stride, expected }: RecordedCase) {
  const { names } = plans[frontEnd];
  const actual = [...plans[frontEnd].transform(samples)].filter((_, i) => i % stride === 0);
  const isSensitive = (i: number) => names[i * stride]!.startsWith('contrast0.');
  const errorOf = (isWanted: (i: number) => boolean) =>
    largestError(
      actual.filter((_, i) => isWanted(i)),
      expected.filter((_, i) => isWanted(i)),
    );
  return { lowestContrast: errorOf(isSensitive), others: errorOf((i) => !isSensitive(i)) };
}

interface SyntheticCase extends RecordedCase {
  readonly signal: SignalName | 'phrase';
  readonly nSamples: number;
}

describe('functionals recorded from the prototype', () => {
  const cases = golden<SyntheticCase>('functionals').map((one) => ({
    ...one,
    title: `${one.nSamples} samples of ${one.signal}, ${one.frontEnd}`,
  }));

  it.each(cases)('equal its results: $title', ({ signal, nSamples, ...recorded }) => {
    const { samples } = signal === 'phrase' ? phrase(nSamples) : testSignal(signal, 16000, nSamples);
    const { lowestContrast, others } = errorsOf(samples, recorded);
    // The empty bins of synthetic signals contain only this rounding error.
    expect(others).toBeLessThan(1e-3);
    expect(lowestContrast).toBeLessThan(2e-3);
  });
});
