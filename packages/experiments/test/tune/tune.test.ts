import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openEngine } from '@ser/models';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { run } from '../../src/run/run.js';
import type { SearchRecord } from '../../src/tune/searchRecord.js';
import { freshFolder } from '../tinyExperiment.js';
import { tinyRecipe } from '../tinyRecipe.js';
import { learningRate, searchedRecipe, sixVoices, tuneTiny } from './tinySearch.js';

const searchedWith = (search: object) => parseRecipe({ ...searchedRecipe, search });
const speakersOf = (ids: readonly string[]) => new Set(ids.map((id) => id.slice(-2)));

describe('tune', () => {
  let corpus: string;
  let tiny: Awaited<ReturnType<typeof tuneTiny>>;

  beforeAll(async () => {
    corpus = await sixVoices();
    tiny = await tuneTiny(corpus, { workers: 2 });
  });

  it('writes the trials, the best recipe, its run, and a report', async () => {
    expect((await tiny.files()).sort()).toEqual([
      ...['best', 'best-recipe.json', 'search.json', 'trials.jsonl', 'tuning.html', 'tuning.json'],
    ]);
    expect(JSON.parse(await tiny.read('tuning.json'))).toEqual(asJson(tiny.result.tuning));
  });

  it('trains the recipe and three drawn trials for one epoch, and the best of them for three', () => {
    const { trials, best, rungs, method } = tiny.result.tuning;
    expect({ method, rungs }).toEqual({ method: 'halving', rungs: [1, 3] });
    expect(trials.map(({ trial }) => trial)).toEqual([1, 2, 3, 4]);
    expect(trials[0]!.values).toEqual({ [learningRate]: 0.001, '/classifier/dense': [8] });
    const uarOf = (trial: number) => trials[trial - 1]!.rungs[0]!.scores!.uar;
    expect(uarOf(best.trial)).toBe(Math.max(...trials.map(({ trial }) => uarOf(trial))));
    for (const { trial, rungs } of trials) {
      expect(rungs.map(({ epochs }) => epochs)).toEqual(trial === best.trial ? [1, 3] : [1]);
    }
    expect(best).toMatchObject({ epochs: 3, values: trials[best.trial - 1]!.values });
    expect(best.scores).toEqual(trials[best.trial - 1]!.rungs[1]!.scores);
  });

  it('never uses a test speaker in a trial', async () => {
    const { outer, inner } = JSON.parse(await tiny.read('search.json')) as SearchRecord;
    const tested = speakersOf(outer.folds[0]!.test);
    const { train, validation, test } = inner.folds[0]!;
    const used = speakersOf([...train, ...validation, ...test]);
    expect(tested.size).toBe(2);
    expect([...used].filter((speaker) => tested.has(speaker))).toEqual([]);
    expect(used.size).toBe(4);
    expect([...speakersOf(test)].filter((speaker) => speakersOf(train).has(speaker))).toEqual([]);
    expect(tiny.result.tuning.speakers.test.map((speaker) => speaker.padStart(2, '0'))).toEqual(
      [...tested].sort(),
    );
  });

  it('tests the best recipe on the test speakers, trained on all others', async () => {
    const { test, best } = tiny.result.tuning;
    const metrics = JSON.parse(await tiny.read('best/metrics.json'));
    expect(test.pooled).toEqual(metrics.pooled);
    expect(metrics.folds[0].train.speakers).toHaveLength(4);
    expect(test.synthetic).toBe(true);
    expect(best.scores.uar).toBeGreaterThanOrEqual(0);
  });

  it('writes a best recipe that repeats that run, byte for byte', async () => {
    const best = parseRecipe(JSON.parse(await tiny.read('best-recipe.json')));
    expect(best).toEqual(tiny.result.best);
    expect(best).toMatchObject({
      name: 'tiny-tuned',
      split: searchedRecipe.split,
      members: [{ training: { epochs: 3 } }],
    });
    expect(best).not.toHaveProperty('search');
    expect(best.notes!.at(-1)).toContain('Hyperparameters from a search: trial');
    const out = join(await freshFolder(), 'again');
    const data = [{ corpus: 'ravdess', folder: corpus }];
    await run(best, { data, out, engine: await openEngine('tfjs-wasm') });
    expect(await readFile(join(out, 'predictions.csv'), 'utf8')).toBe(
      await tiny.read('best/predictions.csv'),
    );
  });

  it('repeats nothing that is finished, and accepts more trials', async () => {
    const again = await tuneTiny(corpus, { out: tiny.out });
    expect(again.events.map(({ type }) => type)).toEqual(['engine', 'scanned', 'search', 'winner']);
    expect(again.result.tuning).toEqual(asJson(tiny.result.tuning));
    const more = await tuneTiny(corpus, { out: tiny.out, trials: 5 });
    expect(more.trained.map((event) => 'trial' in event && event.trial)[0]).toBe(5);
    expect(more.result.tuning.trials.slice(0, 4).map(({ values }) => values)).toEqual(
      tiny.result.tuning.trials.map(({ values }) => values),
    );
  });

  it.each([
    ['seed', { seed: 2 }, 'a search with seed 1, not 2'],
    ['engine', { engine: { name: 'tfjs-cpu', description: '' } }, 'engine tfjs-wasm, not tfjs-cpu'],
  ] as const)('refuses another %s', async (_, options, message) => {
    await expect(tuneTiny(corpus, { ...options, out: tiny.out })).rejects.toMatchObject({
      code: 'different-search',
      message: expect.stringContaining(message),
    });
  });

  it('refuses another recipe, and a folder with other files', async () => {
    const other = { ...searchedRecipe, title: 'Another' };
    await expect(tuneTiny(corpus, { out: tiny.out }, other)).rejects.toMatchObject({
      code: 'different-search',
      message: expect.stringContaining('another recipe, `tiny`'),
    });
    const out = await freshFolder();
    await mkdir(out, { recursive: true });
    await writeFile(join(out, 'thesis.txt'), '');
    await expect(tuneTiny(corpus, { out })).rejects.toMatchObject({
      code: 'out-not-empty',
      message: expect.stringContaining('which contains thesis.txt'),
    });
  });

  it('refuses a recipe without a search, showing how to write one', async () => {
    await expect(tuneTiny(corpus, {}, tinyRecipe)).rejects.toMatchObject({
      code: 'invalid-recipe',
      message: expect.stringMatching(
        /must have a `search`.*"parameters": \{ "\/training\/optimizer\/learningRate"/,
      ),
    });
  });

  it.each([
    [{ trials: 0 }, '`trials` must be an integer from 1 to 10000; got 0.'],
    [{ workers: 0 }, '`workers` must be an integer from 1 to 256; got 0.'],
    [{ workers: 1.5 }, '`workers` must be an integer from 1 to 256; got 1.5.'],
  ])('refuses %j', async (options, message) => {
    await expect(tuneTiny(corpus, options)).rejects.toMatchObject({ code: 'invalid-option', message });
  });

  it('refuses to search epochs with a method that sets them', async () => {
    const parameters = { '/training/epochs': { kind: 'integer', low: 1, high: 3 } };
    const recipe = searchedWith({ parameters });
    await expect(tuneTiny(corpus, {}, recipe)).rejects.toMatchObject({
      code: 'invalid-option',
      message: expect.stringContaining('Use `random`'),
    });
  });

  it('refuses invalid values before training', async () => {
    const parameters = { '/training/batchSize': { kind: 'linear', low: 1, high: 99 } };
    const recipe = searchedWith({ parameters });
    await expect(tuneTiny(corpus, {}, recipe)).rejects.toMatchObject({
      code: 'invalid-recipe',
      message: expect.stringMatching(
        /trial 2: \/training\/batchSize [\d.]+.*training\.batchSize: Invalid input: expected int/s,
      ),
    });
  });
});

/** As read from a file. */
function asJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
