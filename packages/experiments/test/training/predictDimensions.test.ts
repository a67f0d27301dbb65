import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readManifest, scanCorpus } from '@ser/datasets/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { rowsOf, runTiny, tinyCorpus } from '../tinyExperiment.js';
import { tinyJson } from '../tinyRecipe.js';

/** The place of each emotion: arousal and valence from 1 to 5, and the votes of three raters. */
const placeOf: Readonly<Record<string, string>> = {
  neutral: '3,3,3,0,0,0',
  happy: '4,4.5,0,3,0,0',
  sad: '2,1.5,1,0,2,0',
  angry: '4.5,1.5,0,1,0,2',
};

const recipe = parseRecipe({
  ...tinyJson,
  features: { ...tinyJson.features, segment: undefined, functionals: ['mean', 'std'] },
  classifier: { kind: 'ridge' },
  training: undefined,
  dimensions: [{ name: 'arousal', range: [1, 5] }, { name: 'valence' }, { name: 'dominance' }],
});
const votes = 'vote.neutral,vote.happy,vote.sad,vote.angry';
let table: string;

beforeAll(async () => {
  const corpus = await tinyCorpus();
  const { utterances } = await scanCorpus('ravdess', corpus);
  const rows = utterances.map(
    ({ path, speaker, emotion }, i) => `${path},${emotion},${speaker},${1 + (i % 2)},${placeOf[emotion]}`,
  );
  table = join(corpus, 'rated.csv');
  await writeFile(table, [`path,label,speaker,weight,arousal,valence,${votes}`, ...rows].join('\n'));
});

describe('a run on a table with dimensions, votes, and weights', () => {
  it('predicts the dimensions that the table has, and scores them', async () => {
    const utterances = await readManifest(table);
    const { result, read, events } = await runTiny('', { data: [], utterances }, recipe);
    const { dimensions, raters } = result.metrics;
    expect(dimensions!.scores.map(({ name, range }) => [name, range])).toEqual([
      ['arousal', [1, 5]],
      ['valence', [1.5, 4.5]],
    ]);
    const [arousal] = dimensions!.scores;
    expect(arousal!.ccc.value).toBeGreaterThan(0.5);
    expect(arousal!.ccc.interval!.low).toBeLessThan(arousal!.ccc.value);
    const rows = rowsOf(await read('dimensions.csv'));
    expect(rows).toHaveLength(dimensions!.clips);
    expect(Object.keys(rows[0]!)).toEqual(
      expect.arrayContaining(['arousal', 'predicted_arousal', 'valence', 'predicted_valence']),
    );
    expect(raters!.agreement!.pairwise).toBeGreaterThan(0.4);
    expect(raters!.recalls).toContainEqual({ label: 'happy', recall: 1, clips: 8 });
    const page = await read('report.html');
    for (const text of ['<h2>Dimensions</h2>', '<h2>Raters</h2>', 'concordance'])
      expect(page).toContain(text);
    expect(events.some((event) => event.type === 'warning' && event.message.includes('`weight`'))).toBe(
      false,
    );
  });

  it('needs a table with one of the dimensions', async () => {
    const plain = (await readFile(table, 'utf8')).replace('arousal,valence', 'a,v');
    const other = table.replace('rated', 'plain');
    await writeFile(other, plain);
    const utterances = await readManifest(other);
    await expect(runTiny('', { data: [], utterances }, recipe)).rejects.toThrow(
      'Some recordings must have a value of `arousal`, `valence`, `dominance`; got none.',
    );
  });
});
