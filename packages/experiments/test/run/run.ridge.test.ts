import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openEngine } from '@ser/models';
import { Recognizer } from '@ser/recognizer';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/measures/explain/explanation.js';
import type { RunMetrics } from '../../src/measures/runMetrics.js';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { interrupt, rowsOf, runTiny, tinyCorpus, tinyJson } from '../tinyExperiment.js';

/** Ridge on mean and deviation of MFCC, with speed copies, each voice by its own clips. */
const ridge = parseRecipe({
  ...tinyJson,
  name: 'tiny-ridge',
  split: { kind: 'speaker-folds' },
  features: { ...tinyJson.features, functionals: ['mean', 'std'] },
  augmentation: { variants: [[{ name: 'speed', rate: 0.88 }], [{ name: 'speed', rate: 1.12 }]] },
  normalize: { scope: 'speaker', clip: 3 },
  classifier: { kind: 'ridge', regularization: [0.1, 1] },
  training: {},
});

describe('a recipe with a closed-form classifier', () => {
  let corpus: string;
  let tiny: Awaited<ReturnType<typeof runTiny>>;
  let metrics: RunMetrics;

  beforeAll(async () => {
    corpus = await tinyCorpus();
    tiny = await runTiny(corpus, { explain: true }, ridge);
    metrics = JSON.parse(await tiny.read('metrics.json')) as RunMetrics;
  });

  it('trains in one epoch a fold, one fold for each of four voices', async () => {
    const rows = rowsOf(await tiny.read('history.csv'));
    expect(rows.map(({ fold, epoch }) => [fold, epoch])).toEqual([
      ...['01', '02', '03', '04'].map((voice) => [`ravdess/${voice}`, '1']),
      ['final', '1'],
    ]);
    expect(tiny.events).toContainEqual(expect.objectContaining({ type: 'epoch', epochs: 1 }));
  });

  it('tells what each fold has chosen, on its training voices alone', () => {
    for (const { choice } of metrics.folds) {
      expect([0.1, 1]).toContain(choice!.C);
      expect(choice!.innerFolds).toBe(3); // one for each voice that is not tested
      expect(choice!.table).toHaveLength(2);
    }
  });

  it('says in words, wherever its figures go, that test clips were used without their labels', async () => {
    expect(metrics.normalization).toEqual({
      scope: 'speaker',
      clip: 3,
      unseenSpeakers: 'own',
      sentence: expect.stringContaining('test speakers by their unlabelled test clips'),
    });
    expect(await tiny.read('report.html')).toContain('a tested one by his unlabelled test clips');
    expect(await tiny.read('model/README.md')).toContain('the average training speaker');
  });

  it('leaves a model that meets a stranger by the average speaker', async () => {
    const recognizer = await Recognizer.load(tiny.result.modelFolder!, { engine: await openEngine('tfjs-wasm') });
    expect(recognizer.labels).toEqual(ridge.labels);
    const json = JSON.parse(await tiny.read('model/recognizer.json')) as { normalizer: { clip: number } };
    expect(json.normalizer).toMatchObject({ kind: 'train', clip: 3 });
    recognizer.dispose();
  });

  it('tells which features carry each emotion', async () => {
    const told = JSON.parse(await tiny.read('explain.json')) as Explanation;
    expect(told).toEqual(tiny.result.explanation);
    expect(told).toMatchObject({ recipe: 'tiny-ridge', labels: ridge.labels, clips: 56, nFeatures: 26 });
    expect(told.groups.map(({ name, nFeatures }) => [name, nFeatures])).toEqual([['mfcc', 26]]);
    expect(told.functionals.map(({ name }) => name).sort()).toEqual(['mean', 'std']);
    expect(told.features).toHaveLength(26);
  });

  it('repeats itself, byte for byte, after it broke off', async () => {
    const out = await interrupt(corpus, ridge, (event) => event.type === 'scored' && event.index === 1);
    const { events } = await runTiny(corpus, { out, resume: true, explain: true }, ridge);
    expect(events.filter(({ type }) => type === 'resumed')).toHaveLength(2);
    expect((await readdir(out)).sort()).toEqual((await readdir(tiny.result.folder)).sort());
    for (const file of ['predictions.csv', 'explain.json', 'model/weights.bin']) {
      expect(await readFile(join(out, file))).toEqual(await readFile(join(tiny.result.folder, file)));
    }
    const again = JSON.parse(await readFile(join(out, 'metrics.json'), 'utf8')) as RunMetrics;
    expect(again.folds).toEqual(metrics.folds);
  });

  it('comes out otherwise with statistics of training clips', async () => {
    const other = await runTiny(corpus, { normalize: 'train', finalModel: 'none' }, ridge);
    expect(other.result.recipe).toMatchObject({ normalize: { scope: 'train', clip: 3 } });
    expect(await other.read('predictions.csv')).not.toBe(await tiny.read('predictions.csv'));
  });

  it('explains no model where none is left', async () => {
    await expect(runTiny(corpus, { explain: true, finalModel: 'none' }, ridge)).rejects.toMatchObject({
      code: 'invalid-option',
      message: expect.stringContaining('`finalModel` leaves none'),
    });
  });
});
