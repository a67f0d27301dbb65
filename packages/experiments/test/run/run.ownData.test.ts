import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { defineCorpus, type Utterance } from '@ser/datasets';
import { readManifest, readRecordings, scanCorpus } from '@ser/datasets/node';
import type { MetricScores } from '@ser/metrics';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import type { RunOptions } from '../../src/run/run.js';
import { freshFolder, rowsOf, runTiny, tinyCorpus } from '../tinyExperiment.js';
import { tinyJson } from '../tinyRecipe.js';

const ridge = parseRecipe({
  ...tinyJson,
  name: 'tiny-ridge',
  split: { kind: 'leave-one-speaker-out' },
  features: { ...tinyJson.features, functionals: ['mean', 'std'] },
  classifier: { kind: 'ridge', regularization: [0.1, 1] },
  training: {},
});

let corpus: string;
let known: readonly Utterance[];

beforeAll(async () => {
  corpus = await tinyCorpus();
  known = (await scanCorpus('ravdess', corpus)).utterances;
});

/** Inner folds are drawn in the order of the names of speakers, which include the corpus, so probabilities may differ in the last bits. */
function figuresOf(scores: MetricScores): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, score.toFixed(4)]));
}

const runOn = (options: Partial<RunOptions>, recipe = ridge) =>
  runTiny(corpus, { data: [], ...options }, recipe);

/** A table beside the corpus, with the columns after the path for each utterance. */
async function tableOf(header: string, rowOf: (utterance: Utterance, i: number) => string): Promise<string> {
  const table = join(await freshFolder(), 'voices.csv');
  const rows = known.map((utterance, i) => `${join(corpus, utterance.path)},${rowOf(utterance, i)}`);
  await writeFile(table, [header, ...rows].join('\n'));
  return table;
}

const labeled = () => tableOf('path,label,speaker', ({ emotion, speaker }) => `${emotion},${speaker}`);

describe('the recordings of a known corpus', () => {
  let scores: object;
  let predictions: readonly object[];

  const byFile = (csv: string) =>
    rowsOf(csv)
      .map(({ path, speaker, actual, predicted }) => ({ file: basename(path!), speaker, actual, predicted }))
      .sort((a, b) => (a.file < b.file ? -1 : 1));

  beforeAll(async () => {
    const { result, read } = await runTiny(corpus, {}, ridge);
    scores = figuresOf(result.metrics.pooled);
    predictions = byFile(await read('predictions.csv'));
  });

  it('give the same scores as a table', async () => {
    const { result, read } = await runOn({
      data: [await readRecordings(await labeled())],
      labels: ridge.labels,
    });
    expect(figuresOf(result.metrics.pooled)).toEqual(scores);
    expect(result.metrics.speakerIndependent).toBe(true);
    expect(byFile(await read('predictions.csv'))).toEqual(predictions);
    expect(result.recipe.corpora).toEqual([{ name: 'voices' }]);
  });

  it('give the same scores as a folder with one folder per label', async () => {
    const folder = join(await freshFolder(), 'sorted');
    for (const { path, emotion } of known) {
      const copy = join(folder, emotion, path);
      await mkdir(dirname(copy), { recursive: true });
      await cp(join(corpus, path), copy);
    }
    const data = [await readRecordings(folder, { speakerLevel: 2 })];
    const { result, read } = await runOn({ data, labels: ridge.labels });
    expect(figuresOf(result.metrics.pooled)).toEqual(scores);
    expect(byFile(await read('predictions.csv')).map((row) => ({ ...row, speaker: '' }))).toEqual(
      predictions.map((row) => ({ ...row, speaker: '' })),
    );
  });

  it('give the same scores as utterances, and as a corpus defined in code', async () => {
    const utterances = await readManifest(await labeled());
    const { result } = await runOn({ utterances, labels: ridge.labels });
    expect(figuresOf(result.metrics.pooled)).toEqual(scores);

    const mine = defineCorpus({
      ...{ name: 'mine', title: 'Mine', url: '', license: 'mine', language: 'en' },
      ...{ labels: ridge.labels, expectedClips: 56, expectedSpeakers: 4 },
      parseName(path) {
        const found = known.find((utterance) => path === utterance.path);
        return found && { emotion: found.emotion, speaker: found.speaker! };
      },
    });
    const defined = await runOn({ data: [await scanCorpus(mine, corpus)], labels: ridge.labels });
    expect(figuresOf(defined.result.metrics.pooled)).toEqual(scores);
  });
});

describe('recordings without speakers', () => {
  it('are split by groups, with a warning, and no score is called speaker-independent', async () => {
    const table = await tableOf('path,label', ({ emotion }) => emotion);
    const { result, events, read } = await runOn({ data: [await readRecordings(table)] });
    const { metrics, recipe } = result;
    expect(recipe.split).toEqual({ kind: 'group' });
    expect(metrics).toMatchObject({ speakerIndependent: false, speakersUnknown: true, interval: null });
    expect(metrics.groups.speaker).toBeUndefined();
    const warnings = events.flatMap((event) => (event.type === 'warning' ? event.message : []));
    expect(warnings).toContainEqual(
      expect.stringContaining('SPEAKERS UNKNOWN: 56 of 56 clips have no speaker'),
    );
    const report = await read('report.html');
    expect(report).toContain('the same voice may be in the');
    expect(report).toContain('perhaps of the same voices');
  });

  it('cannot be split or normalized by speaker', async () => {
    const data = [await readRecordings(await tableOf('path,label', ({ emotion }) => emotion))];
    await expect(runOn({ data, split: { kind: 'speaker' } })).rejects.toMatchObject({
      code: 'unknown-speaker',
      message: expect.stringContaining('needs the speaker of every utterance; 56 of 56 have none'),
    });
    await expect(runOn({ data, normalize: 'speaker' })).rejects.toMatchObject({ code: 'unknown-speaker' });
  });
});

describe('a table with a split column', () => {
  it('is split by it, and leaks are reported', async () => {
    const table = await tableOf(
      'path,label,speaker,split',
      ({ emotion, speaker }, i) => `${emotion},${speaker},${i % 8 < 4 ? 'train' : 'test'}`,
    );
    const { result, events } = await runOn({ data: [await readRecordings(table)] });
    expect(result.split).toMatchObject({ kind: 'table', speakerIndependent: false });
    expect(result.metrics.protocol).toContain(
      'a leak: voices/01, voices/02, voices/03 and 1 more are on both sides',
    );
    expect(events).toContainEqual(expect.objectContaining({ type: 'warning', code: 'own-data' }));
  });
});

describe('parts of a long recording', () => {
  it('are clips of their own', async () => {
    const table = await tableOf(
      'path,label,speaker,end',
      ({ emotion, speaker }) => `${emotion},${speaker},0.4`,
    );
    const { result, read } = await runOn({ data: [await readRecordings(table)] });
    expect(result.metrics.skipped).toEqual([]);
    expect(rowsOf((await read('predictions.csv')).replaceAll('#t=0,', '#t=0-'))[0]!['path']).toMatch(
      /#t=0-0\.4"?$/,
    );
  });
});

describe('own recordings together with a known corpus', () => {
  it('are mixed, and other labels are added to the recipe’s', async () => {
    const table = await tableOf(
      'path,label,speaker',
      ({ speaker }, i) => `${i % 2 ? 'happy' : 'bright'},${speaker}x`,
    );
    const data = [{ corpus: 'ravdess', folder: corpus }, await readRecordings(table)];
    const { result } = await runOn({ data });
    expect(result.recipe.corpora).toEqual([{ name: 'ravdess' }, { name: 'voices' }]);
    expect(result.recipe.labels).toEqual([...ridge.labels, 'bright']);
  });
});
