import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Split } from '@ser/datasets';
import { openEngine } from '@ser/models';
import { Recognizer } from '@ser/recognizer';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunMetrics } from '../../src/measures/runMetrics.js';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { run } from '../../src/run/run.js';
import { freshFolder, rowsOf, runTiny, tinyCorpus, tinyJson, tinyRecipe } from '../tinyExperiment.js';

describe('run', () => {
  let corpus: string;
  let tiny: Awaited<ReturnType<typeof runTiny>>;

  beforeAll(async () => {
    corpus = await tinyCorpus();
    tiny = await runTiny(corpus);
  });

  it('fills the run folder, and leaves nothing else there', async () => {
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

  it('tests every voice on a network that never heard it', async () => {
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

  it('sums up in metrics.json, synthetic voices named as such', async () => {
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

  it('leaves each chart as SVG and as Vega-Lite, the sound of wrong answers included', async () => {
    const files = await readdir(join(tiny.result.folder, 'charts'));
    const names = files.filter((file) => file.endsWith('.svg')).map((file) => file.replace('.svg', ''));
    expect(names).toEqual(expect.arrayContaining(['confusion-matrix', 'speakers', 'reliability', 'wrong-1']));
    expect(files.sort()).toEqual(names.flatMap((name) => [`${name}.svg`, `${name}.vl.json`]).sort());
    expect(await tiny.read('charts/wrong-1.svg')).toContain('data:image/png;base64,');
  });

  it('says in the report that the voices are synthetic', async () => {
    expect(await tiny.read('report.html')).toContain('<strong>Synthetic voices.</strong>');
  });

  it('tells what happens in the order of an experiment', () => {
    const types = [...new Set(tiny.events.map(({ type }) => type))];
    expect(types).toEqual('engine scanned split extracted fold epoch scored model report'.split(' '));
    expect(tiny.events).toContainEqual({ type: 'extracted', done: 56, total: 56 });
  });

  it('leaves a model that predicts, and knows whom it has heard', async () => {
    const recognizer = await Recognizer.load(tiny.result.modelFolder!, { engine: await openEngine('tfjs-wasm') });
    expect(recognizer.labels).toEqual(tinyRecipe.labels);
    expect(recognizer.card).toMatchObject({ recipe: 'tiny', uar: tiny.result.metrics.pooled.uar });
    expect(recognizer.card.trainedOn[0]).toMatchObject({ corpus: 'ravdess', synthetic: true });
    expect(recognizer.card.trainedOn[0]!.speakers).toEqual(tiny.result.metrics.folds[0]!.train.speakers);
    recognizer.dispose();
  });

  it('repeats itself from its own recipe.json, byte for byte, over a former run', async () => {
    const before = await tiny.read('predictions.csv');
    const recipe = parseRecipe(JSON.parse(await tiny.read('recipe.json')));
    await run(recipe, {
      data: [{ corpus: 'ravdess', folder: corpus }],
      out: tiny.result.folder,
      engine: await openEngine('tfjs-wasm'),
    });
    expect(await tiny.read('predictions.csv')).toBe(before);
  });

  it('comes out otherwise with another seed', async () => {
    const other = await runTiny(corpus, { seed: 2, finalModel: 'none' });
    expect(other.result.recipe.seed).toBe(2);
    expect(await other.read('predictions.csv')).not.toBe(await tiny.read('predictions.csv'));
  });

  it('marks a random split as speaker-dependent wherever its result is shown', async () => {
    const random = await runTiny(corpus, { split: { kind: 'random' }, epochs: 1 });
    const { metrics } = random.result;
    expect(metrics.speakerIndependent).toBe(false);
    expect(metrics.protocol).toMatch(/^Speaker-dependent/);
    expect(await random.read('report.html')).toContain('The voices in the test were also in training.');
    const recognizer = await Recognizer.load(random.result.modelFolder!, { engine: await openEngine('tfjs-wasm') });
    expect(recognizer.card.protocol).toMatch(/^Speaker-dependent/);
  });

  it('after several folds refits on all clips, and says that this model has heard every speaker', async () => {
    const split = { kind: 'speaker-folds', folds: 2 } as const;
    const folds = await runTiny(corpus, { split, epochs: 1 });
    expect(folds.result.metrics.folds.map(({ fold }) => fold)).toHaveLength(2);
    expect(folds.result.predictions).toHaveLength(56);
    expect(rowsOf(await folds.read('history.csv')).at(-1)).toMatchObject({ fold: 'final' });
    const recognizer = await Recognizer.load(folds.result.modelFolder!, { engine: await openEngine('tfjs-wasm') });
    expect(recognizer.card.trainedOn[0]!.speakers).toEqual(['01', '02', '03', '04']);
    expect(recognizer.card.protocol).toContain('has heard every speaker');
  });

  it('watches validation speakers and records what it sees', async () => {
    const split = { kind: 'speaker', validationFraction: 0.4 } as const;
    const watched = await runTiny(corpus, { split, epochs: 1, finalModel: 'none' });
    expect(watched.result.metrics.folds[0]!.validation.speakers).toHaveLength(1);
    expect(rowsOf(await watched.read('history.csv'))[0]!['validationLoss']).not.toBe('');
    expect(watched.result.modelFolder).toBeUndefined();
    expect(await readdir(watched.result.folder)).not.toContain('model');
  });

  it('tells times by the clock it is given', async () => {
    let calls = 0;
    const { result } = await runTiny(corpus, { epochs: 1, finalModel: 'none', now: () => 1000 * calls++ });
    expect(result.metrics.seconds).toMatchObject({ extract: 1, evaluate: 1 });
    expect(result.metrics.seconds.total).toBe(calls - 1);
  });

  it('stops when told to, with the reason of the signal', async () => {
    const controller = new AbortController();
    const stopped = runTiny(corpus, {
      signal: controller.signal,
      onEvent: ({ type }) => type === 'epoch' && controller.abort(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
  });

  it.each([
    ['a corpus without folder', { data: [] }, 'missing-data', 'one folder for ravdess, it gives no folder.'],
    [
      'a corpus the recipe has not',
      { corpora: ['tess'] },
      'missing-data',
      'some of the corpora of tiny, ravdess;',
    ],
    [
      'a folder that is not there',
      { data: [{ corpus: 'ravdess', folder: 'nowhere' }] },
      'folder-not-found',
      'nowhere',
    ],
    [
      'a corpus the recipe does not want',
      { data: [{ corpus: 'tess', folder: '.' }] },
      'missing-data',
      'ravdess',
    ],
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
      '`explain` (`--explain`) needs a linear classifier, one of ridge, ',
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
      message: expect.stringContaining('is labelled surprise'),
    });
  });
});
