import { describe, expect, it } from 'vitest';
import type { ExtractedClips } from '../../src/features/extractedClips.js';
import { examplesOf } from '../../src/training/examples.js';
import { fitNormalizer } from '../../src/training/normalize/fitNormalizer.js';
import { labels, utterance } from '../sampleRun.js';

/** Eight clips with four frames and one feature; every value of clip `n` is `n`. */
const clips: ExtractedClips = {
  utterances: ['01', '02'].flatMap((speaker) => labels.map((label) => utterance(speaker, label))),
  data: Float32Array.from({ length: 32 }, (_, index) => Math.floor(index / 4)),
  nFrames: 4,
  nFeatures: 1,
  names: ['mfcc0'],
  skipped: [],
};
const train = [0, 1, 2, 3];
const fitted = (of: ExtractedClips) => fitNormalizer(of, train, { scope: 'train' });

describe('examplesOf', () => {
  it('gives the training clips mean 0 and deviation 1', () => {
    const { data, shape } = examplesOf(clips, train, { normalizer: fitted(clips) });
    expect(shape).toEqual([4, 4, 1]);
    expect(data.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 6);
    expect(data.reduce((sum, value) => sum + value ** 2, 0) / data.length).toBeCloseTo(1, 6);
  });

  it('uses the mean and deviation of the training clips only', () => {
    expect(fitted(clips).forUnseenSpeakers.mean[0]).toBe(1.5);
    const changed = { ...clips, data: clips.data.map((value, index) => (index < 16 ? value : 1000)) };
    expect(fitted(changed).forUnseenSpeakers).toEqual(fitted(clips).forUnseenSpeakers);
  });
});
