import { readAudio } from '@ser/audio-io/node';
import { createFeaturePlan } from '@ser/dsp';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileOf, type Listing } from '../../src/data/listing.js';
import { scan } from '../../src/data/scan.js';
import { augment } from '../../src/features/augment.js';
import { extract } from '../../src/features/extract.js';
import { featuresOf, type ExtractedClips } from '../../src/features/extractedClips.js';
import { examplesOf } from '../../src/training/examples.js';
import { fitNormalizer } from '../../src/training/normalize/fitNormalizer.js';
import { tinyCorpus } from '../tinyExperiment.js';
import { tinyJson, tinyRecipe } from '../tinyRecipe.js';

const features = { ...tinyJson.features, segment: undefined };
let listing: Listing;
let clips: ExtractedClips;

beforeAll(async () => {
  const data = [{ corpus: 'ravdess', folder: await tinyCorpus() }];
  const all = await scan({ corpora: ['ravdess'], labels: tinyRecipe.labels, data });
  listing = { ...all, utterances: all.utterances.slice(0, 6) };
  clips = await extract(listing, { features });
});

describe('the frames of clips that differ in length', () => {
  it('are those of each clip, one clip after the other', async () => {
    const extractor = createFeaturePlan(features);
    expect(clips.nFrames).toBeUndefined();
    expect(clips.starts).toHaveLength(7);
    for (const [row, utterance] of clips.utterances.entries()) {
      const clip = await readAudio(fileOf(listing, utterance), { sampleRate: features.sampleRate });
      expect(featuresOf(clips, row)).toEqual(extractor.extract(clip));
    }
    expect(new Set(clips.utterances.map((_, row) => featuresOf(clips, row).nFrames)).size).toBeGreaterThan(1);
  });

  it('stay the same when copies are added after them', async () => {
    const augmentation = { variants: [[{ name: 'speed', rate: 0.8 }]] } as const;
    const pool = await augment(listing, clips, { augmentation, features, seed: 1, rows: [1] });
    for (const row of clips.utterances.keys()) expect(featuresOf(pool, row)).toEqual(featuresOf(clips, row));
    const slower = featuresOf(clips, 1).nFrames / 0.8;
    expect(Math.abs(featuresOf(pool, 6).nFrames - slower)).toBeLessThan(1.5);
  });

  it('are normalized by all of them, whichever clip they belong to', () => {
    const { mean } = fitNormalizer(clips, [0, 1], { scope: 'train' }).forUnseenSpeakers;
    const firsts = [0, 1].flatMap((row) => {
      const { data, nFeatures } = featuresOf(clips, row);
      return [...data].filter((_, i) => i % nFeatures === 0);
    });
    expect(mean[0]).toBeCloseTo(firsts.reduce((sum, value) => sum + value, 0) / firsts.length, 6);
  });

  it('are no examples for a classifier', () => {
    const normalizer = fitNormalizer(clips, [0], { scope: 'train' });
    expect(() => examplesOf(clips, [0], { normalizer })).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: expect.stringContaining('Add one of them'),
      }),
    );
  });
});
