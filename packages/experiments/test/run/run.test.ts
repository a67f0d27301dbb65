import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Split } from '@ser/datasets';
import { openEngine } from '@ser/models';
import { Recognizer } from '@ser/recognizer';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunMetrics } from '../../src/measures/runMetrics.js';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { run } from '../../src/run/run.js';
import { freshFolder, rowsOf, runTiny, tinyCorpus } from '../tinyExperiment.js';
import { tinyJson, tinyRecipe } from '../tinyRecipe.js';

describe('run', () => {
  let corpus: string;
  let tiny: Awaited<ReturnType<typeof runTiny>>;

  beforeAll(async () => {
    corpus = await tinyCorpus();
    tiny = await runTiny(corpus);
  });

  it('writes the run folder, without temporary files', async () => {
    expect((await readdir(tiny.result.folder)).sort()).toEqual([
      'charts',
      'history.csv',
      'metrics.json',
      'model',
      'predictions.csv',
      'recipe.json',
      'report.html',
      'split.json',
    ]);
  });

  it('tests only unseen speakers', async () => {
    const split = JSON.parse(await tiny.read('split.json')) as Split;
    const speakersOf = (ids: readonly string[]) => new Set(ids.map((id) => id.slice(-2)));
    for (const { train, test } of split.folds) {
      expect([...speakersOf(test)].filter((speaker) => speakersOf(train).has(speaker))).toEqual([]);
    }
    const tested = rowsOf(await tiny.read('predictions.csv')).map(({ speaker }) => speaker!);
    expect(new Set(tested)).toEqual(speakersOf(split.folds[0]!.test));
  });

  it('writes a row for each test clip, sorted by path, whose probabilities sum to 1', async () => {
    const rows = rowsOf(await tiny.read('predictions.csv'));
    expect(rows).toHaveLength(28);
    expect(Object.keys(rows[0]!)).toEqual([
      ...['path', 'corpus', 'speaker', 'fold', 'actual', 'predicted'],
      ...['p_neutral', 'p_happy', 'p_sad', 'p_angry'],
    ]);
    const paths = rows.map(({ path }) => path!);
    expect(paths).toEqual([...paths].sort());
    for (const row of rows) {
      const probabilities = tinyRecipe.labels.map((label) => Number(row[`p_${label}`]));
      expect(probabilities.reduce((sum, p) => sum + p)).toBeCloseTo(1, 6);
      expect(Number(row[`p_${row['predicted']}`])).toBe(Math.max(...probabilities));
    }
  });

  it('writes a row for each epoch', async () => {
    const rows = rowsOf(await tiny.read('history.csv'));
    expect(rows.map(({ fold, epoch }) => [fold, epoch])).toEqual([
      ['hold-out', '1'],
      ['hold-out', '2'],
    ]);
  });

  it('summarizes the results in metrics.json, which says that the voices are synthetic', async () => {
    const metrics = JSON.parse(await tiny.read('metrics.json')) as RunMetrics;
    expect(metrics).toMatchObject({
      recipe: 'tiny',
      speakerIndependent: true,
      synthetic: true,
      labels: tinyRecipe.labels,
      chance: 0.25,
      seed: 1,
      engine: 'tfjs-wasm',
      interval: { confidence: 0.95, over: 'speakers' },
      model: { refitted: false, clips: 28 },
      skipped: [],
    });
    expect(metrics.pooled.uar).toBe(metrics.mean.uar);
    expect(metrics.perClass.map(({ label }) => label)).toEqual(tinyRecipe.labels);
    expect(metrics.folds).toHaveLength(1);
    expect(Object.keys(metrics.seconds)).toEqual(['extract', 'train', 'evaluate', 'total']);
  });

  it('writes each chart as SVG and Vega-Lite, including spectrograms of wrong predictions', async () => {
    const files = await readdir(join(tiny.result.folder, 'charts'));
    const names = files.filter((file) => file.endsWith('.svg')).map((file) => file.replace('.svg', ''));
    expect(names).toEqual(expect.arrayContaining(['confusion-matrix', 'speakers', 'reliability', 'wrong-1']));
    expect(files.sort()).toEqual(names.flatMap((name) => [`${name}.svg`, `${name}.vl.json`]).sort());
    expect(await tiny.read('charts/wrong-1.svg')).toContain('data:image/png;base64,');
  });

  it('says in the report that the voices are synthetic', async () => {
    expect(await tiny.read('report.html')).toContain('<strong>Synthetic voices.</strong>');
  });

  it('sends events in the order of the steps', () => {
    const types = [...new Set(tiny.events.map(({ type }) => type))];
    expect(types).toEqual('engine scanned split extracted fold epoch scored model report'.split(' '));
    expect(tiny.events).toContainEqual({ type: 'extracted', done: 56, total: 56 });
  });

  it('saves a model that predicts, and that states its training speakers', async () => {
    const recognizer = await Recognizer.load(tiny.result.modelFolder!, {
      engine: await openEngine('tfjs-wasm'),
    });
    expect(recognizer.labels).toEqual(tinyRecipe.labels);
    expect(recognizer.card).toMatchObject({ recipe: 'tiny', uar: tiny.result.metrics.pooled.uar });
    expect(recognizer.card.trainedOn[0]).toMatchObject({ corpus: 'ravdess', synthetic: true });
    expect(recognizer.card.trainedOn[0]!.speakers).toEqual(tiny.result.metrics.folds[0]!.train.speakers);
    recognizer.dispose();
  });

  it('repeats the run from its recipe.json, byte for byte, in the same folder', async () => {
    const before = await tiny.read('predictions.csv');
    const recipe = parseRecipe(JSON.parse(await tiny.read('recipe.json')));
    await run(recipe, {
      data: [{ corpus: 'ravdess', folder: corpus }],
      out: tiny.result.folder,
      engine: await openEngine('tfjs-wasm'),
      overwrite: true,
    });
    expect(await tiny.read('predictions.csv')).toBe(before);
  });

  it('gives other results with another seed', async () => {
    const other = await runTiny(corpus, { seed: 2, finalModel: 'none' });
    expect(other.result.recipe.seed).toBe(2);
    expect(await other.read('predictions.csv')).not.toBe(await tiny.read('predictions.csv'));
  });

  it('marks a random split as speaker-dependent everywhere', async () => {
    const random = await runTiny(corpus, { split: { kind: 'random' }, epochs: 1 });
    const { metrics } = random.result;
    expect(metrics.speakerIndependent).toBe(false);
    expect(metrics.protocol).toMatch(/^Speaker-dependent/);
    expect(await random.read('report.html')).toContain('The test speakers were also used for training.');
    const recognizer = await Recognizer.load(random.result.modelFolder!, {
      engine: await openEngine('tfjs-wasm'),
    });
    expect(recognizer.card.protocol).toMatch(/^Speaker-dependent/);
  });

  it('trains again on all clips after several folds, and says so', async () => {
    const split = { kind: 'speaker-folds', folds: 2 } as const;
    const folds = await runTiny(corpus, { split, epochs: 1 });
    expect(folds.result.metrics.folds.map(({ fold }) => fold)).toHaveLength(2);
    expect(folds.result.predictions).toHaveLength(56);
    expect(rowsOf(await folds.read('history.csv')).at(-1)).toMatchObject({ fold: 'final' });
    const recognizer = await Recognizer.load(folds.result.modelFolder!, {
      engine: await openEngine('tfjs-wasm'),
    });
    expect(recognizer.card.trainedOn[0]!.speakers).toEqual(['01', '02', '03', '04']);
    expect(recognizer.card.protocol).toContain('on the clips of all speakers');
  });

  it('validates on separate speakers and records the results', async () => {
    const split = { kind: 'speaker', validationFraction: 0.4 } as const;
    const watched = await runTiny(corpus, { split, epochs: 1, finalModel: 'none' });
    expect(watched.result.metrics.folds[0]!.validation.speakers).toHaveLength(1);
    expect(rowsOf(await watched.read('history.csv'))[0]!['validationLoss']).not.toBe('');
    expect(watched.result.modelFolder).toBeUndefined();
    expect(await readdir(watched.result.folder)).not.toContain('model');
  });

  it('measures time with the given clock', async () => {
    let calls = 0;
    const { result } = await runTiny(corpus, { epochs: 1, finalModel: 'none', now: () => 1000 * calls++ });
    expect(result.metrics.seconds).toMatchObject({ extract: 1, evaluate: 1 });
    expect(result.metrics.seconds.total).toBe(calls - 1);
  });

  it('stops with the reason of the signal', async () => {
    const controller = new AbortController();
    const stopped = runTiny(corpus, {
      signal: controller.signal,
      onEvent: ({ type }) => type === 'epoch' && controller.abort(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
  });

  it.each([
    [
      'a corpus without folder',
      { data: [] },
      'missing-data',
      '`data` or `utterances` must have recordings; got none.',
    ],
    [
      'a corpus that the recipe does not have',
      { corpora: ['tess'] },
      'missing-data',
      'must name corpora of the recipe tiny: ravdess;',
    ],
    [
      'a folder that is not there',
      { data: [{ corpus: 'ravdess', folder: 'nowhere' }] },
      'folder-not-found',
      'nowhere',
    ],
    ['a folder of another corpus', { data: [{ corpus: 'tess', folder: '.' }] }, 'missing-data', 'ravdess'],
    [
      'more test speakers than there are',
      { split: { kind: 'speaker-folds', folds: 9 } as const },
      'too-few-speakers',
      '4',
    ],
    [
      'to explain a network',
      { explain: true },
      'invalid-option',
      '`explain` (`--explain`) requires a linear classifier, one of ridge, ',
    ],
  ])('refuses %s', async (_, options, code, fragment) => {
    await expect(runTiny(corpus, options)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(fragment),
    });
  });

  it('refuses a recipe whose labels are not all in the data', async () => {
    const eight = parseRecipe({ ...tinyJson, labels: [...tinyRecipe.labels, 'surprise'] });
    const engine = await openEngine('tfjs-wasm');
    const out = join(await freshFolder(), 'run');
    await expect(
      run(eight, { data: [{ corpus: 'ravdess', folder: corpus }], out, engine }),
    ).rejects.toMatchObject({
      code: 'unknown-label',
      message: expect.stringContaining('is labeled surprise'),
    });
  });
});
