import { describe, expect, it } from 'vitest';
import { tonnetz, TonnetzPlan, type TonnetzOptions } from '../../src/chroma/tonnetz.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { featureGolden, scaledDifference } from '../helpers/featureGolden.js';
import { testSignal } from '../helpers/testSignal.js';

const clip = testSignal('voice', 16000, 6000);

describe('tonnetz', () => {
  it('has a row per frame and six columns: sine and cosine on three circles', () => {
    const { nFrames, nFeatures, names } = tonnetz(clip);
    expect([nFrames, nFeatures]).toEqual([12, 6]);
    expect([names[0], names[5]]).toEqual(['tonnetz0', 'tonnetz5']);
  });

  it('of one pitch class is the start of all circles, of radius 1, 1, and 0.5', () => {
    const { data } = tonnetz(clip, { nChroma: 1 });
    [0, 1, 0, 1, 0, 0.5].forEach((value, i) => expect(data[i]).toBeCloseTo(value, 6));
  });

  it('stays within the circles', () => {
    const { data } = tonnetz(clip);
    for (let i = 0; i < data.length; i += 2) {
      expect(Math.hypot(data[i]!, data[i + 1]!)).toBeLessThanOrEqual(i % 6 === 4 ? 0.5 : 1);
    }
  });

  it('of silence is 0', () => {
    expect(tonnetz(testSignal('silence', 16000, 3000)).data.every((value) => value === 0)).toBe(true);
  });

  // differences of similar chroma, such as after a click: 8e-6 seen
  it.each(featureGolden<TonnetzOptions>('tonnetz'))(
    'equals librosa: $title',
    ({ clip, options, expected }) => {
      expect(scaledDifference(tonnetz(clip, options), expected)).toBeLessThan(2e-5);
    },
  );

  it('rejects the options that chroma rejects', () => {
    const error = errorFrom(() => new TonnetzPlan({ sampleRate: 16000, nChroma: 1.5 }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain('`nChroma` must be an integer from 1 to 1024; got 1.5');
  });
});
