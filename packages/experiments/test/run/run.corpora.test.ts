import { join } from 'node:path';
import { writeSyntheticCorpus } from '@ser/synthetic/node';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DataFolder } from '../../src/recipe/dataFolder.js';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { freshFolder, rowsOf, runTiny } from '../tinyExperiment.js';
import { tinyJson } from '../tinyRecipe.js';

const recipe = parseRecipe({
  ...tinyJson,
  corpora: [{ name: 'ravdess' }, { name: 'tess' }],
  labels: ['happy', 'sad', 'calm'],
  split: { kind: 'speaker', testFraction: 0.4, validationFraction: 0.2 },
});
const withoutCalm = { ...recipe, labels: ['happy', 'sad'] };

let data: readonly DataFolder[];
let tessAlone: readonly DataFolder[];

beforeAll(async () => {
  const folder = await freshFolder();
  const emotions = ['happy', 'sad'] as const;
  for (const [layout, speakers] of [
    ['ravdess', 4],
    ['tess', 2],
  ] as const) {
    await writeSyntheticCorpus(join(folder, layout), { layout, speakers, emotions, repetitions: 1 });
  }
  data = ['ravdess', 'tess'].map((corpus) => ({ corpus, folder: join(folder, corpus) }));
  tessAlone = data.slice(1);
});

describe('a recipe with several corpora', () => {
  it('runs on all of them, and names speakers by corpus and name', async () => {
    const { result, read } = await runTiny('', { data, epochs: 1 }, withoutCalm);
    expect(result.metrics.corpora.map(({ name, speakers }) => [name, speakers.length])).toEqual([
      ['ravdess', 4],
      ['tess', 2],
    ]);
    const { train, validation, test } = result.metrics.folds[0]!;
    const all = [train, validation, test].flatMap(({ speakers }) => speakers);
    expect([...all].sort()).toEqual([
      ...['ravdess/01', 'ravdess/02', 'ravdess/03', 'ravdess/04'],
      ...['tess/OAF', 'tess/YAF'],
    ]);
    expect(await read('report.html')).toContain('--data ravdess=FOLDER --data tess=FOLDER');
  });

  it('is refused without the folder of one, with a suggestion', async () => {
    await expect(runTiny('', { data: tessAlone }, withoutCalm)).rejects.toMatchObject({
      code: 'missing-data',
      message: expect.stringContaining('`--corpora tess`'),
    });
  });

  it('runs on some of them if requested, with their labels, and the report says so', async () => {
    const { result, read } = await runTiny('', { data: tessAlone, corpora: ['tess'], epochs: 1 }, recipe);
    expect(result.recipe.labels).toEqual(['happy', 'sad']);
    expect(Object.keys(rowsOf(await read('predictions.csv'))[0]!)).not.toContain('p_calm');
    expect(await read('report.html')).toContain(
      'Run only on tess, without ravdess, and without the label calm, which only they have.',
    );
    expect(result.metrics.protocol).toContain('too few speakers for separate validation speakers');
  });

  it('repeats that from its recipe.json', async () => {
    const { result, read } = await runTiny('', { data: tessAlone, corpora: ['tess'], epochs: 1 }, recipe);
    const saved = parseRecipe(JSON.parse(await read('recipe.json')));
    const again = await runTiny('', { data: tessAlone }, saved);
    expect(again.result.recipe).toEqual(result.recipe);
    expect(await again.read('predictions.csv')).toBe(await read('predictions.csv'));
  });
});
