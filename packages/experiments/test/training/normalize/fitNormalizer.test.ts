import { copyId } from '@ser/datasets';
import { describe, expect, it } from 'vitest';
import type { ExtractedClips } from '../../../src/features/extract.js';
import { normalizationSentence } from '../../../src/recipe/normalizationSentence.js';
import { normalizationSummary } from '../../../src/recipe/normalizationSummary.js';
import type { Method } from '../../../src/recipe/recipe.js';
import { recipeNormalization } from '../../../src/recipe/recipeNormalization.js';
import { fitNormalizer } from '../../../src/training/normalize/fitNormalizer.js';
import { normalise } from '../../../src/training/normalize/normalize.js';
import { labels, utterance } from '../../sampleRun.js';
import { tinyJson, tinyRecipe } from '../../tinyExperiment.js';

/** Three voices of four clips, one feature: speaker 02 is ten times louder, 03 of another corpus a hundred times. */
const recordings = ['01', '02', '03'].flatMap((speaker) => labels.map((label) => utterance(speaker, label)));
const values = [1, 2, 3, 4, 10, 20, 30, 40, 100, 200, 300, 400];
const clips: ExtractedClips = {
  utterances: [
    ...recordings.map((one) => (one.speaker === '03' ? { ...one, corpus: 'tess' } : one)),
    ...recordings.slice(0, 4).map((one) => ({ ...one, id: copyId(one.id, 0) })),
  ],
  data: Float32Array.from([...values, 5, 5, 7, 7]),
  nFrames: 1,
  nFeatures: 1,
  names: ['level'],
  skipped: [],
};
const rowsOf = (first: number) => [first, first + 1, first + 2, first + 3];
const zScores = [-3, -1, 1, 3].map((step) => step / Math.sqrt(5));

describe('normalisation by speaker', () => {
  const normalizer = fitNormalizer(clips, [...rowsOf(0), ...rowsOf(12)], 'speaker');
  const normalised = (rows: readonly number[]) => [...normalise(clips, rows, normalizer).data];

  it('takes each speaker by his own clips, those who are tested too', () => {
    for (const first of [0, 4, 8]) {
      normalised(rowsOf(first)).forEach((z, i) => expect(z).toBeCloseTo(zScores[i]!, 6));
    }
  });

  it('takes altered copies by the copies of their speaker', () => {
    expect(normalised(rowsOf(12))).toEqual([-1, -1, 1, 1]);
  });

  it('leaves nothing of offset and gain of a voice', () => {
    const moved = {
      ...clips,
      data: clips.data.map((value, row) => (row >= 4 && row < 8 ? 3 * value - 50 : value)),
    };
    const again = fitNormalizer(moved, rowsOf(0), 'speaker');
    expect([...normalise(moved, rowsOf(4), again).data]).toEqual(normalised(rowsOf(4)));
  });

  it('meets strangers by the average speaker, corpora weighing the same', () => {
    const train = [...rowsOf(0), ...rowsOf(4), ...rowsOf(8)];
    const { mean, scale } = fitNormalizer(clips, train, 'speaker').forUnseenSpeakers;
    expect(mean[0]).toBeCloseTo(((2.5 + 25) / 2 + 250) / 2, 10);
    expect(scale[0]! ** 2).toBeCloseTo(((1.25 + 125) / 2 + 12_500) / 2, 8);
  });

  it('has no clip of its own in the statistics of strangers but those trained on', () => {
    const { mean, scale } = fitNormalizer(clips, rowsOf(4), 'speaker').forUnseenSpeakers;
    expect([mean[0], scale[0]! ** 2]).toEqual([25, expect.closeTo(125, 8)]);
  });

  it('refuses a speaker with a single clip, of which nothing would be left', () => {
    const fewer = { ...clips, utterances: clips.utterances.slice(0, 9), data: clips.data.slice(0, 9) };
    expect(() => fitNormalizer(fewer, rowsOf(0), 'speaker')).toThrow(
      expect.objectContaining({
        code: 'too-few-clips',
        message: expect.stringContaining('Speaker tess/03 has a single clip, Actor_03/neutral-03-1.wav'),
      }),
    );
  });
});

describe('normalisation by speaker, of strangers by the average one', () => {
  const cold = { scope: 'speaker', unseenSpeakers: 'average' } as const;
  const train = [...rowsOf(0), ...rowsOf(8), ...rowsOf(12)];
  const normalizer = fitNormalizer(clips, train, cold);

  it('takes training speakers by their own clips', () => {
    [...normalise(clips, rowsOf(8), normalizer).data].forEach((z, i) =>
      expect(z).toBeCloseTo(zScores[i]!, 6),
    );
    expect([...normalise(clips, rowsOf(12), normalizer).data]).toEqual([-1, -1, 1, 1]);
  });

  it('takes tested speakers as the model will, by nothing of their own', () => {
    expect(normalizer.of(4)).toBe(normalizer.forUnseenSpeakers);
    const moved = { ...clips, data: clips.data.map((value, row) => (row === 5 ? 1e6 : value)) };
    expect(fitNormalizer(moved, train, cold).of(4).toJSON()).toEqual(normalizer.of(4).toJSON());
  });

  it('takes a tested speaker with a single clip', () => {
    const fewer = { ...clips, utterances: clips.utterances.slice(0, 5), data: clips.data.slice(0, 5) };
    expect(fitNormalizer(fewer, rowsOf(0), cold).of(4).mean[0]).toBe(2.5);
  });
});

describe('the limit of z-scores', () => {
  it.each(['train', 'speaker'] as const)('holds with %s, in the model as in the examples', (scope) => {
    const normalizer = fitNormalizer(clips, rowsOf(0), { scope, clip: 1 });
    const z = [...normalise(clips, rowsOf(0), normalizer).data];
    expect(z).toEqual([-1, expect.closeTo(zScores[1]!, 6), expect.closeTo(zScores[2]!, 6), 1]);
    expect(normalizer.forUnseenSpeakers.clip).toBe(1);
  });
});

describe('normalisation by clip', () => {
  it('takes each clip by its own frames, and the model does the same with strangers', () => {
    const twoFrames = { ...clips, utterances: clips.utterances.slice(0, 8), nFrames: 2 };
    const normalizer = fitNormalizer(twoFrames, [0], 'clip');
    expect([...normalise(twoFrames, [1, 4], normalizer).data]).toEqual([-1, 1, -1, 1]);
    expect(normalizer.forUnseenSpeakers.toJSON()).toEqual({ kind: 'clip', names: ['level'] });
  });
});

describe('normalizationSentence', () => {
  it('says of each way what it took from test clips', () => {
    expect(normalizationSentence({ scope: 'train' })).toContain('nothing is taken from test clips');
    const bySpeaker = normalizationSentence({ scope: 'speaker', clip: 3 });
    expect(bySpeaker).toContain('test speakers by their unlabelled test clips');
    expect(bySpeaker).toContain('±3');
    const cold = normalizationSentence({ scope: 'speaker', unseenSpeakers: 'average' });
    expect(cold).toContain('nothing is taken from test clips');
  });
});

describe('recipeNormalization', () => {
  const { features, classifier, training, normalize, ...task } = tinyJson;
  const told = (...ways: Method['normalize'][]) =>
    recipeNormalization({
      ...task,
      members: ways.map((way, i) => ({
        ...{ name: `m${i}`, features, classifier, training },
        normalize: way,
      })),
    });

  it('is that of the classifiers where they all do the same', () => {
    const same = normalizationSummary({ normalize: 'speaker' });
    expect(told('speaker', { scope: 'speaker' })).toEqual(same);
    expect(recipeNormalization({ ...tinyJson, normalize: 'speaker' })).toEqual(same);
    expect(told(normalize)).toEqual(recipeNormalization(tinyRecipe));
  });

  it('tells each by its name where they differ, and never hides what was taken from test clips', () => {
    const mixed = told('train', { scope: 'speaker', unseenSpeakers: 'average' }, { scope: 'speaker', clip: 3 });
    expect(mixed).toMatchObject({ scope: 'several', clip: null, unseenSpeakers: 'own' });
    expect(mixed.sentence).toMatch(/^For m0: .* For m1: .* For m2: .*unlabelled test clips.*±3/);
    const limited = told('train', { scope: 'train', clip: 3 }, 'train');
    expect(limited).toMatchObject({ scope: 'train', clip: null, unseenSpeakers: null });
    expect(limited.sentence).toMatch(/^For m0 and m2: [^±]* For m1: .*±3/);
    expect(told('train', 'clip').strangers).toBeNull();
    expect(told('train', { scope: 'speaker', unseenSpeakers: 'average' }).strangers).toBe('average');
  });
});
