import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openEngine } from '@ser/models';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { run } from '../../src/run/run.js';
import type { SearchRecord } from '../../src/tune/searchRecord.js';
import type { TrialRecord } from '../../src/tune/trialLog.js';
import { freshFolder, tinyRecipe } from '../tinyExperiment.js';
import { learningRate, searchedRecipe, sixVoices, timeless, tuneTiny } from './tinySearch.js';

const speakersOf = (ids: readonly string[]) => new Set(ids.map((id) => id.slice(-2)));

describe('tune', () => {
  let corpus: string;
  let tiny: Awaited<ReturnType<typeof tuneTiny>>;

  beforeAll(async () => {
    corpus = await sixVoices();
    tiny = await tuneTiny(corpus, { workers: 2 });
  });

  it('leaves the trials, the best recipe, its run and a report, and nothing else', async () => {
    expect((await tiny.files()).sort()).toEqual([
      ...['best', 'best-recipe.json', 'search.json', 'trials.jsonl', 'tuning.html', 'tuning.json'],
    ]);
    expect(JSON.parse(await tiny.read('tuning.json'))).toEqual(asJson(tiny.result.tuning));
  });

  it('trains the recipe as it stands and three drawn trials for an epoch, and the best of them for three', () => {
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

  it('never lets a trial hear a speaker that is tested', async () => {
    const { outer, inner } = JSON.parse(await tiny.read('search.json')) as SearchRecord;
    const tested = speakersOf(outer.folds[0]!.test);
    const { train, validation, test } = inner.folds[0]!;
    const heard = speakersOf([...train, ...validation, ...test]);
    expect(tested.size).toBe(2);
    expect([...heard].filter((speaker) => tested.has(speaker))).toEqual([]);
    expect(heard.size).toBe(4);
    expect([...speakersOf(test)].filter((speaker) => speakersOf(train).has(speaker))).toEqual([]);
    expect(tiny.result.tuning.speakers.test.map((speaker) => speaker.padStart(2, '0'))).toEqual(
      [...tested].sort(),
    );
  });

  it('measures the best recipe on the test speakers, trained on all the others', async () => {
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
    expect(best).toMatchObject({ name: 'tiny-tuned', split: searchedRecipe.split, training: { epochs: 3 } });
    expect(best).not.toHaveProperty('search');
    expect(best.notes!.at(-1)).toContain('Hyperparameters chosen by a search: trial');
    const out = join(await freshFolder(), 'again');
    const data = [{ corpus: 'ravdess', folder: corpus }];
    await run(best, { data, out, engine: await openEngine('tfjs-wasm') });
    expect(await readFile(join(out, 'predictions.csv'), 'utf8')).toBe(
      await tiny.read('best/predictions.csv'),
    );
  });

  it('gives the same with one process, and after a break', async () => {
    const out = join(await freshFolder(), 'broken');
    const controller = new AbortController();
    const stopAfterTwo = (event: { type: string; trial?: number }) =>
      event.type === 'trial' && event.trial === 2 && controller.abort(new Error('enough'));
    const broken = tuneTiny(corpus, { out, workers: 1, signal: controller.signal, onEvent: stopAfterTwo });
    await expect(broken).rejects.toThrow('enough');
    await appendFile(join(out, 'trials.jsonl'), '{"trial":3,"epo'); // as a power failure would leave it

    const { result, trained } = await tuneTiny(corpus, { out, workers: 1 });
    expect(trained).toHaveLength(3);
    expect(timeless(result.tuning)).toEqual(timeless(tiny.result.tuning));
    const lines = (await readFile(join(out, 'trials.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as TrialRecord).trial).slice(0, 4)).toEqual([1, 2, 3, 4]);
  });

  it('does nothing again that is done, and may get more trials', async () => {
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
  ] as const)('does not go on with another %s', async (_, options, message) => {
    await expect(tuneTiny(corpus, { ...options, out: tiny.out })).rejects.toMatchObject({
      code: 'different-search',
      message: expect.stringContaining(message),
    });
  });

  it('does not go on with another recipe, or in a folder of other things', async () => {
    const other = parseRecipe({ ...searchedRecipe, title: 'Another' });
    await expect(tuneTiny(corpus, { out: tiny.out }, other)).rejects.toMatchObject({
      code: 'different-search',
      message: expect.stringContaining('another recipe, `tiny`'),
    });
    const out = await freshFolder();
    await mkdir(out, { recursive: true });
    await writeFile(join(out, 'thesis.txt'), '');
    await expect(tuneTiny(corpus, { out })).rejects.toMatchObject({
      code: 'out-not-empty',
      message: expect.stringContaining('holds thesis.txt'),
    });
  });

  it('refuses a recipe without a search, showing how to write one', async () => {
    await expect(tuneTiny(corpus, {}, tinyRecipe)).rejects.toMatchObject({
      code: 'invalid-recipe',
      message: expect.stringMatching(
        /has no `search`.*"parameters": \{ "\/training\/optimizer\/learningRate"/,
      ),
    });
  });

  it.each([{ trials: 0 }, { workers: 0 }, { workers: 1.5 }])('refuses %j', async (options) => {
    const [[option, value]] = Object.entries(options) as [[string, number]];
    await expect(tuneTiny(corpus, options)).rejects.toMatchObject({
      code: 'invalid-option',
      message: `\`${option}\` must be a whole number of at least 1, got \`${value}\`.`,
    });
  });

  it('refuses to share out the epochs and to search them at once', async () => {
    const parameters = { '/training/epochs': { kind: 'integer', low: 1, high: 3 } };
    const recipe = parseRecipe({ ...searchedRecipe, search: { parameters } });
    await expect(tuneTiny(corpus, {}, recipe)).rejects.toMatchObject({
      code: 'invalid-option',
      message: expect.stringContaining('or choose `random`'),
    });
  });

  it('refuses values that no recipe may have before anything is trained', async () => {
    const parameters = { '/training/batchSize': { kind: 'linear', low: 1, high: 99 } };
    const recipe = parseRecipe({ ...searchedRecipe, search: { parameters } });
    await expect(tuneTiny(corpus, {}, recipe)).rejects.toMatchObject({
      code: 'invalid-recipe',
      message: expect.stringMatching(
        /trial 2: \/training\/batchSize [\d.]+.*training\.batchSize: Invalid input: expected int/s,
      ),
    });
  });

  it('goes on without a trial that cannot be trained, and says why', async () => {
    const parameters = { [learningRate]: { kind: 'choice', values: [1e30, 1e35] } };
    const recipe = parseRecipe({ ...searchedRecipe, search: { parameters, trials: 2 } });
    const { result } = await tuneTiny(corpus, { method: 'random' }, recipe);
    const [asItStands, wild] = result.tuning.trials;
    expect(asItStands!.rungs).toMatchObject([{ epochs: 3, scores: { uar: expect.any(Number) } }]);
    expect(wild!.rungs).toMatchObject([{ epochs: 3, failure: { code: 'diverged' } }]);
    expect(result.tuning.best.trial).toBe(1);
  });
});

/** As it comes back from a file. */
function asJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
