import { describe, expect, it } from 'vitest';
import { mfcc, MfccPlan, type MfccOptions } from '../../src/cepstrum/mfcc.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { golden, maxDifference, rowsOf, type ClipCase } from '../helpers/golden.js';
import { syntheticClip } from '../helpers/syntheticClip.js';

const clip = syntheticClip(16000, 6000);
const speech = { nFft: 512, hopLength: 160, nMels: 40, nMfcc: 13 } as const;

describe('mfcc', () => {
  it('has a row per frame and a named column per coefficient', () => {
    const { data, nFrames, nFeatures, names } = mfcc(clip, speech);
    expect([nFrames, nFeatures, data.length]).toEqual([38, 13, 38 * 13]);
    expect([names[0], names[12]]).toEqual(['mfcc0', 'mfcc12']);
  });

  it('of silence: only coefficient 0 differs from 0, and is √nMels times the level of amin', () => {
    const { data } = mfcc({ samples: new Float32Array(1), sampleRate: 16000 }, speech);
    expect(data[0]).toBeCloseTo(Math.sqrt(40) * -100, 3);
    expect(maxDifference(data.subarray(1), new Float32Array(12))).toBeLessThan(1e-3);
  });

  it('a louder sound moves coefficient 0 only', () => {
    const loud = { ...clip, samples: clip.samples.map((sample) => 2 * sample) };
    const [quiet, louder] = [clip, loud].map((c) => mfcc(c, { ...speech, amin: 1e-30, topDb: null }).data);
    const shift = Math.sqrt(40) * 20 * Math.log10(2);
    const expected = quiet!.map((value, i) => value + (i % 13 === 0 ? shift : 0));
    expect(maxDifference(louder!, expected)).toBeLessThan(1e-3);
  });

  it('lifter weights coefficient k by 1 + lifter / 2 * sin(π (k + 1) / lifter)', () => {
    const plain = mfcc(clip, speech).data;
    const liftered = mfcc(clip, { ...speech, lifter: 22 }).data;
    expect(liftered[10]! / plain[10]!).toBeCloseTo(12, 5);
  });

  it('of a clip of one sample is one frame', () => {
    expect(mfcc({ samples: Float32Array.of(0.5), sampleRate: 16000 }).nFrames).toBe(1);
  });

  // float32 sums of 40 to 128 levels as large as 100 dB: 2e-4 is the most seen, with the lifter
  it.each(golden<ClipCase<MfccOptions>>('mfccs'))(
    'equals librosa: $sampleRate Hz, $title',
    ({ sampleRate, nSamples, options, expected }) => {
      const { data, nFrames, nFeatures } = mfcc(syntheticClip(sampleRate, nSamples), options);
      expect([nFrames, nFeatures]).toEqual([expected.nFrames, expected.nFeatures]);
      expect(maxDifference(rowsOf(data, nFeatures, expected.frames), expected.values)).toBeLessThan(1e-3);
    },
  );
});

describe('MfccPlan', () => {
  const plan = new MfccPlan({ ...speech, sampleRate: 16000 });

  it('fills a given buffer with the same values', () => {
    const output = new Float32Array(38 * 13).fill(NaN);
    expect(plan.transform(clip.samples, output)).toBe(output);
    expect(output).toEqual(plan.transform(clip.samples));
  });

  it('does not depend on a previous longer clip', () => {
    plan.transform(syntheticClip(16000, 20000).samples);
    expect(plan.transform(clip.samples)).toEqual(mfcc(clip, speech).data);
  });

  it.each([
    [{ nMfcc: 41 }, '`nMfcc` must be an integer from 1 to 40; got 41. Raise `nMels`'],
    [{ nMfcc: 0 }, '`nMfcc` must be an integer from 1 to 40; got 0'],
    [{ lifter: -1 }, '`lifter` must be a finite number at least 0; got -1'],
    [{ sampleRate: 0 }, '`sampleRate` must be a finite number above 0; got 0'],
  ])('rejects %o', (options, message) => {
    const error = errorFrom(() => new MfccPlan({ ...speech, sampleRate: 16000, ...options }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });
});
