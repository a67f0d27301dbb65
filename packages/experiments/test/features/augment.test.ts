import { beforeAll, describe, expect, it } from 'vitest';
import type { Listing } from '../../src/data/listing.js';
import { scan } from '../../src/data/scan.js';
import { augment } from '../../src/features/augment.js';
import { extract } from '../../src/features/extract.js';
import type { ExtractedClips } from '../../src/features/extractedClips.js';
import type { RunEvent } from '../../src/progress/runEvent.js';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { checkCopies } from '../../src/training/checkCopies.js';
import { trainingRows } from '../../src/training/trainingRows.js';
import { rowsOf, runTiny, tinyCorpus } from '../tinyExperiment.js';
import { tinyJson } from '../tinyRecipe.js';

const augmentation = {
  variants: [[{ name: 'noise', snr: [10, 20] }], [{ name: 'timeStretch', rate: 1.1 }]],
} as const;
const { features, labels } = tinyJson;

let corpus: string;
let listing: Listing;
let clips: ExtractedClips;

beforeAll(async () => {
  corpus = await tinyCorpus();
  const data = [{ corpus: 'ravdess', folder: corpus }];
  const all = await scan({ corpora: ['ravdess'], labels, data });
  listing = { ...all, utterances: all.utterances.slice(0, 6) };
  clips = await extract(listing, { features });
});

const augmented = (rows: readonly number[], seed = 1) =>
  augment(listing, clips, { augmentation, features, seed, rows });

/** The features of a row. */
function blockOf({ data, nFrames = 0, nFeatures }: ExtractedClips, row: number): Float32Array {
  return data.slice(row * nFrames * nFeatures, (row + 1) * nFrames * nFeatures);
}

describe('augment', () => {
  it('adds one copy per variant after the recordings, which stay the same', async () => {
    const pool = await augmented([2, 5]);
    const ids = clips.utterances.map(({ id }) => id);
    expect(pool.utterances.map(({ id }) => id)).toEqual([
      ...ids,
      ...[`${ids[2]}#0`, `${ids[2]}#1`, `${ids[5]}#0`, `${ids[5]}#1`],
    ]);
    expect(pool.data.subarray(0, clips.data.length)).toEqual(clips.data);
    expect(pool.data).toHaveLength((10 / 6) * clips.data.length);
    expect(pool.utterances[6]!.emotion).toBe(clips.utterances[2]!.emotion);
    expect(blockOf(pool, 6)).not.toEqual(blockOf(pool, 2));
    expect(blockOf(pool, 6)).not.toEqual(blockOf(pool, 7));
  });

  it('makes a copy that depends only on seed, clip, and variant', async () => {
    const pool = await augmented([2, 5]);
    expect(blockOf(await augmented([5]), 6)).toEqual(blockOf(pool, 8));
    expect(blockOf(await augmented([5], 2), 6)).not.toEqual(blockOf(pool, 8));
  });

  it('returns the same clips without augmentation', async () => {
    expect(await augment(listing, clips, { features, seed: 1, rows: [0] })).toBe(clips);
  });

  it('reports its progress', async () => {
    const events: RunEvent[] = [];
    const onEvent = (event: RunEvent) => void events.push(event);
    await augment(listing, clips, { augmentation, features, seed: 1, rows: [0, 1], onEvent });
    expect(events).toEqual([1, 2].map((done) => ({ type: 'augmented', done, total: 2 })));
  });
});

describe('trainingRows', () => {
  it('are the training clips and their copies', async () => {
    const pool = await augmented([0, 2, 5]);
    expect(trainingRows(pool, [2, 0])).toEqual([2, 0, 6, 7, 8, 9]);
    expect(trainingRows(clips, [2, 0])).toEqual([2, 0]);
  });
});

describe('checkCopies', () => {
  const fold = { name: '1', train: [0, 1], validation: [2], test: [3, 4] };

  it('passes copies that stay on the training side', async () => {
    const pool = await augmented([0, 1]);
    expect(() => checkCopies(pool, [fold])).not.toThrow();
  });

  it('refuses a test copy of a training recording', async () => {
    const pool = await augmented([0, 1]);
    expect(() => checkCopies(pool, [{ ...fold, test: [3, 6] }])).toThrow(
      expect.objectContaining({ name: 'SerError', code: 'leak' }),
    );
  });
});

describe('run with augmentation', () => {
  it('trains on copies, and counts and tests recordings', async () => {
    const recipe = parseRecipe({ ...tinyJson, augmentation });
    const { result, events, read } = await runTiny(corpus, { epochs: 1, finalModel: 'none' }, recipe);
    expect(result.metrics.folds[0]!.train.clips).toBe(28);
    expect(events).toContainEqual({ type: 'augmented', done: 28, total: 28 });
    expect(rowsOf(await read('predictions.csv'))).toHaveLength(28);
    expect(await read('split.json')).not.toContain('#');
    expect(await read('report.html')).toContain('noise (snr 10 to 20); timeStretch (rate 1.1)');
    const plain = await runTiny(corpus, { epochs: 1, finalModel: 'none' });
    expect(await plain.read('predictions.csv')).not.toBe(await read('predictions.csv'));
  });
});
