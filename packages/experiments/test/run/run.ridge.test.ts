import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openEngine } from '@ser/models';
import { Recognizer } from '@ser/recognizer';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/measures/explain/explanation.js';
import type { RunMetrics } from '../../src/measures/runMetrics.js';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { interrupt, rowsOf, runTiny, tinyCorpus } from '../tinyExperiment.js';
import { tinyJson } from '../tinyRecipe.js';

/** Ridge regression on mean and deviation of MFCC, with speed copies and per-speaker normalization. */
const ridge = parseRecipe({
  ...tinyJson,
  training: {},
  name: 'tiny-ridge',
  split: { kind: 'speaker-folds' },
  features: { ...tinyJson.features, functionals: ['mean', 'std'] },
  augmentation: { variants: [[{ name: 'speed', rate: 0.88 }], [{ name: 'speed', rate: 1.12 }]] },
  normalize: { scope: 'speaker', clip: 3 },
  classifier: { kind: 'ridge', regularization: [0.1, 1] },
});

describe('a recipe with a ridge classifier', () => {
  let corpus: string;
  let tiny: Awaited<ReturnType<typeof runTiny>>;
  let metrics: RunMetrics;

  beforeAll(async () => {
    corpus = await tinyCorpus();
    tiny = await runTiny(corpus, { explain: true }, ridge);
    metrics = JSON.parse(await tiny.read('metrics.json')) as RunMetrics;
  });

  it('trains one epoch per fold, one fold per speaker', async () => {
    const rows = rowsOf(await tiny.read('history.csv'));
    expect(rows.map(({ fold, epoch }) => [fold, epoch])).toEqual([
      ...['01', '02', '03', '04'].map((voice) => [`ravdess/${voice}`, '1']),
      ['final', '1'],
    ]);
    expect(tiny.events).toContainEqual(expect.objectContaining({ type: 'epoch', epochs: 1 }));
  });

  it('records the settings that each fold chose on its training speakers', () => {
    for (const { members } of metrics.folds) {
      const { choice } = members[0]!;
      expect([0.1, 1]).toContain(choice!.C);
      expect(choice!.innerFolds).toBe(3); // one per training speaker
      expect(choice!.table).toHaveLength(2);
    }
  });

  it('says everywhere that test clips were used without their labels', async () => {
    expect(metrics.normalization).toEqual({
      scope: 'speaker',
      clip: 3,
      unseenSpeakers: 'own',
      sentence: expect.stringContaining('test speakers by their unlabeled test clips'),
    });
    expect(await tiny.read('report.html')).toContain('test speakers by their unlabeled test clips');
    expect(await tiny.read('model/README.md')).toContain('the average training speaker');
  });

  it('saves a model that normalizes unseen speakers by the average speaker', async () => {
    const recognizer = await Recognizer.load(tiny.result.modelFolder!, {
      engine: await openEngine('tfjs-wasm'),
    });
    expect(recognizer.labels).toEqual(ridge.labels);
    const { inputs } = JSON.parse(await tiny.read('model/recognizer.json')) as { inputs: object };
    expect(Object.values(inputs)).toMatchObject([{ normalizer: { kind: 'train', clip: 3 } }]);
    recognizer.dispose();
  });

  it('writes which features carry each emotion', async () => {
    const told = JSON.parse(await tiny.read('explain.json')) as Explanation;
    expect(told).toEqual(tiny.result.explanation);
    expect(told).toMatchObject({ recipe: 'tiny-ridge', labels: ridge.labels, clips: 56, nFeatures: 26 });
    expect(told.groups.map(({ name, nFeatures }) => [name, nFeatures])).toEqual([['mfcc', 26]]);
    expect(told.functionals.map(({ name }) => name).sort()).toEqual(['mean', 'std']);
    expect(told.features).toHaveLength(26);
  });

  it('gives the same results after an interruption, byte for byte', async () => {
    const out = await interrupt(corpus, ridge, (event) => event.type === 'scored' && event.index === 1);
    const { events } = await runTiny(corpus, { out, resume: true, explain: true }, ridge);
    expect(events.filter(({ type }) => type === 'resumed')).toHaveLength(2);
    expect((await readdir(out)).sort()).toEqual((await readdir(tiny.result.folder)).sort());
    for (const file of ['predictions.csv', 'explain.json', 'model/ridge/weights.bin']) {
      expect(await readFile(join(out, file))).toEqual(await readFile(join(tiny.result.folder, file)));
    }
    const again = JSON.parse(await readFile(join(out, 'metrics.json'), 'utf8')) as RunMetrics;
    expect(again.folds).toEqual(metrics.folds);
  });

  it('gives other results with the statistics of the training clips', async () => {
    const other = await runTiny(corpus, { normalize: 'train', finalModel: 'none' }, ridge);
    expect(other.result.recipe).toMatchObject({ members: [{ normalize: { scope: 'train', clip: 3 } }] });
    expect(await other.read('predictions.csv')).not.toBe(await tiny.read('predictions.csv'));
  });

  it('refuses to explain if no model is saved', async () => {
    await expect(runTiny(corpus, { explain: true, finalModel: 'none' }, ridge)).rejects.toMatchObject({
      code: 'invalid-option',
      message: expect.stringContaining('got `finalModel` `none`'),
    });
  });
});
