import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/progress/runEvent.js';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { interrupt, runTiny, tinyCorpus, tinyJson } from '../tinyExperiment.js';

/** Two folds and a refit, with everything that has a state of its own: callbacks, momentum, a source's split. */
const recipe = parseRecipe({
  ...tinyJson,
  split: { kind: 'speaker-folds', folds: 2, validationFraction: 0.4 },
  sourceSplit: { kind: 'random', validationFraction: 0.2 },
  training: {
    epochs: 4,
    batchSize: 16,
    earlyStopping: { patience: 3, restoreBestWeights: true },
    reduceLearningRateOnPlateau: { patience: 1, factor: 0.5 },
  },
});

const results = [
  'predictions.csv',
  'history.csv',
  'source/predictions.csv',
  'source/history.csv',
  'model/weights.bin',
];
const filesOf = (folder: string) => Promise.all(results.map((file) => readFile(join(folder, file))));

let corpus: string;
let whole: Awaited<ReturnType<typeof runTiny>>;

beforeAll(async () => {
  corpus = await tinyCorpus();
  whole = await runTiny(corpus, {}, recipe);
});

const isEpoch = (role: string, index: number, epoch: number) => (event: RunEvent) =>
  event.type === 'epoch' && event.role === role && event.index === index && event.record.epoch === epoch;

describe('a run that broke off and goes on', () => {
  it.each([
    ['in the first fold', isEpoch('main', 0, 2)],
    ['in a later fold', isEpoch('main', 1, 1)],
    ['in the training of the final model', isEpoch('main', 2, 3)],
    ["in the source's split", isEpoch('source', 0, 2)],
  ])('%s ends as if it had not, byte for byte', async (_, moment) => {
    const out = await interrupt(corpus, recipe, moment);
    await runTiny(corpus, { out, resume: true }, recipe);
    expect(await filesOf(out)).toEqual(await filesOf(whole.result.folder));
    expect((await readdir(out)).sort()).toEqual((await readdir(whole.result.folder)).sort());
  });

  it('computes no finished fold again, and no finished epoch', async () => {
    const out = await interrupt(corpus, recipe, isEpoch('main', 1, 2));
    const { events } = await runTiny(corpus, { out, resume: true }, recipe);
    const [first, second] = events.filter((event) => event.type === 'resumed');
    expect(first).toMatchObject({ role: 'main', index: 0, finished: true });
    expect(second).toMatchObject({ role: 'main', index: 1, finished: false });
    const epochs = events.filter((event) => event.type === 'epoch' && event.role === 'main');
    expect(epochs.some((event) => event.type === 'epoch' && event.index === 0)).toBe(false);
    expect(epochs[0]).toMatchObject({ index: 1, record: { epoch: (second as { epoch: number }).epoch + 1 } });
  });

  it('counts the time of all its sittings', async () => {
    const out = await interrupt(corpus, recipe, isEpoch('main', 1, 2));
    const before = {
      extract: 5000,
      train: 50_000,
      evaluate: 10,
      sourceTrain: 0,
      sourceEvaluate: 0,
      total: 60_000,
    };
    await writeFile(join(out, 'checkpoints/timings.json'), JSON.stringify(before));
    const { result } = await runTiny(corpus, { out, resume: true, now: () => 0 }, recipe);
    expect(result.metrics.seconds).toEqual({ extract: 5, train: 50, evaluate: 0.01, total: 60 });
  });

  it('begins anew where it had not come so far as to train', async () => {
    const out = await interrupt(corpus, recipe, ({ type }) => type === 'extracted');
    expect(await readdir(out)).toEqual([]);
    await runTiny(corpus, { out, resume: true }, recipe);
    expect(await filesOf(out)).toEqual(await filesOf(whole.result.folder));
  });
});

describe('a run that cannot be gone on with', () => {
  it('is one that is done', async () => {
    const again = runTiny(corpus, { out: whole.result.folder, resume: true }, recipe);
    await expect(again).rejects.toMatchObject({
      code: 'nothing-to-resume',
      message: expect.stringContaining('Leave out `resume`'),
    });
  });

  it('is one with another recipe: the message names what differs', async () => {
    const out = await interrupt(corpus, recipe, isEpoch('main', 0, 1));
    const other = runTiny(corpus, { out, resume: true, epochs: 9, seed: 3 }, recipe);
    await expect(other).rejects.toMatchObject({
      code: 'cannot-resume',
      message: expect.stringContaining('training.epochs, seed differ'),
    });
  });

  it('is one on other recordings', async () => {
    const out = await interrupt(corpus, recipe, isEpoch('main', 0, 1));
    const smaller = await tinyCorpus();
    await rm(join(smaller, 'Actor_01/03-01-01-01-01-01-01.wav'));
    await expect(runTiny(smaller, { out, resume: true }, recipe)).rejects.toMatchObject({
      code: 'cannot-resume',
      message: expect.stringContaining('on other recordings'),
    });
  });
});
