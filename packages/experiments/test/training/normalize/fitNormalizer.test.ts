import { copyId } from '@ser/datasets';
import { describe, expect, it } from 'vitest';
import type { ExtractedClips } from '../../../src/features/extractedClips.js';
import { examplesOf } from '../../../src/training/examples.js';
import { fitNormalizer } from '../../../src/training/normalize/fitNormalizer.js';
import { labels, utterance } from '../../sampleRun.js';

/** Three speakers with four clips and one feature: 02 is ten times louder, 03, of another corpus, a hundred times. */
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

describe('per-speaker normalization', () => {
  const normalizer = fitNormalizer(clips, [...rowsOf(0), ...rowsOf(12)], { scope: 'speaker' });
  const normalized = (rows: readonly number[]) => [...examplesOf(clips, rows, { normalizer }).data];

  it('uses each speaker’s own clips, also for test speakers', () => {
    for (const first of [0, 4, 8]) {
      normalized(rowsOf(first)).forEach((z, i) => expect(z).toBeCloseTo(zScores[i]!, 6));
    }
  });

  it('normalizes augmented copies by the copies of their speaker', () => {
    expect(normalized(rowsOf(12))).toEqual([-1, -1, 1, 1]);
  });

  it('removes offset and gain of a speaker', () => {
    const moved = {
      ...clips,
      data: clips.data.map((value, row) => (row >= 4 && row < 8 ? 3 * value - 50 : value)),
    };
    const again = fitNormalizer(moved, rowsOf(0), { scope: 'speaker' });
    expect([...examplesOf(moved, rowsOf(4), { normalizer: again }).data]).toEqual(normalized(rowsOf(4)));
  });

  it('has the average speaker for unseen speakers, with the same weight for every corpus', () => {
    const train = [...rowsOf(0), ...rowsOf(4), ...rowsOf(8)];
    const { mean, scale } = fitNormalizer(clips, train, { scope: 'speaker' }).forUnseenSpeakers;
    expect(mean[0]).toBeCloseTo(((2.5 + 25) / 2 + 250) / 2, 10);
    expect(scale[0]! ** 2).toBeCloseTo(((1.25 + 125) / 2 + 12_500) / 2, 8);
  });

  it('uses only training clips for unseen speakers', () => {
    const { mean, scale } = fitNormalizer(clips, rowsOf(4), { scope: 'speaker' }).forUnseenSpeakers;
    expect([mean[0], scale[0]! ** 2]).toEqual([25, expect.closeTo(125, 8)]);
  });

  it('refuses a speaker with a single clip', () => {
    const fewer = { ...clips, utterances: clips.utterances.slice(0, 9), data: clips.data.slice(0, 9) };
    expect(() => fitNormalizer(fewer, rowsOf(0), { scope: 'speaker' })).toThrow(
      expect.objectContaining({
        code: 'too-few-clips',
        message: expect.stringContaining('got 1 of speaker tess/03, Actor_03/neutral-03-1.wav'),
      }),
    );
  });
});

describe('per-speaker normalization, with the average speaker for test speakers', () => {
  const average = { scope: 'speaker', unseenSpeakers: 'average' } as const;
  const train = [...rowsOf(0), ...rowsOf(8), ...rowsOf(12)];
  const normalizer = fitNormalizer(clips, train, average);

  it('uses the own clips of training speakers', () => {
    [...examplesOf(clips, rowsOf(8), { normalizer }).data].forEach((z, i) =>
      expect(z).toBeCloseTo(zScores[i]!, 6),
    );
    expect([...examplesOf(clips, rowsOf(12), { normalizer }).data]).toEqual([-1, -1, 1, 1]);
  });

  it('uses nothing of test speakers, like the saved model', () => {
    expect(normalizer.of(4)).toBe(normalizer.forUnseenSpeakers);
    const moved = { ...clips, data: clips.data.map((value, row) => (row === 5 ? 1e6 : value)) };
    expect(fitNormalizer(moved, train, average).of(4).toJSON()).toEqual(normalizer.of(4).toJSON());
  });

  it('accepts a test speaker with a single clip', () => {
    const fewer = { ...clips, utterances: clips.utterances.slice(0, 5), data: clips.data.slice(0, 5) };
    expect(fitNormalizer(fewer, rowsOf(0), average).of(4).mean[0]).toBe(2.5);
  });
});

describe('the limit of z-scores', () => {
  it.each(['train', 'speaker'] as const)('applies with %s, in the model and in the examples', (scope) => {
    const normalizer = fitNormalizer(clips, rowsOf(0), { scope, clip: 1 });
    const z = [...examplesOf(clips, rowsOf(0), { normalizer }).data];
    expect(z).toEqual([-1, expect.closeTo(zScores[1]!, 6), expect.closeTo(zScores[2]!, 6), 1]);
    expect(normalizer.forUnseenSpeakers.clip).toBe(1);
  });
});

describe('per-clip normalization', () => {
  it('uses each clip’s own frames, also in the model', () => {
    const twoFrames = { ...clips, utterances: clips.utterances.slice(0, 8), nFrames: 2 };
    const normalizer = fitNormalizer(twoFrames, [0], { scope: 'clip' });
    expect([...examplesOf(twoFrames, [1, 4], { normalizer }).data]).toEqual([-1, 1, -1, 1]);
    expect(normalizer.forUnseenSpeakers.toJSON()).toEqual({ kind: 'clip', names: ['level'] });
  });
});
