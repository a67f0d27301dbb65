import { join } from 'node:path';
import { openEngine } from '@ser/models';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/executor/openStore.js';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { inlineExecutor, processExecutor } from '../../src/worker/localExecutors.js';
import { filesOf, recipe } from '../run/resumable.js';
import { freshFolder, runTiny, tinyCorpus } from '../tinyExperiment.js';
import { sixVoices, tuneTiny } from '../tune/tinySearch.js';

const { members } = recipe;
const augmented = parseRecipe({
  ...recipe,
  members: [{ ...members[0], augmentation: { variants: [[{ name: 'noise', snr: [15, 30] }]] } }],
});

describe('a run with an executor', () => {
  let corpus: string;
  let plain: Buffer[];

  beforeAll(async () => {
    corpus = await tinyCorpus();
    plain = await filesOf((await runTiny(corpus, {}, recipe)).result.folder);
  });

  it('has the bytes of a run without one, computed in this process', async () => {
    const executor = inlineExecutor(openStore(await freshFolder()));
    const { result, events } = await runTiny(corpus, { executor }, recipe);
    expect(await filesOf(result.folder)).toEqual(plain);
    const last = events.filter(({ type }) => type === 'jobs').at(-1);
    expect(last).toMatchObject({ kind: 'train', done: 5, total: 5, running: 0, partly: 0, workers: 1 });
  });

  it('has the same bytes when processes compute, and reads results that are in the store', async () => {
    const store = openStore(await freshFolder());
    const executor = processExecutor({ store, workers: 2 });
    const { result } = await runTiny(corpus, { executor }, recipe);
    await executor.close();
    expect(await filesOf(result.folder)).toEqual(plain);

    const nobody = { ...executor, execute: () => Promise.reject(new Error('nothing is left to do')) };
    const again = await runTiny(corpus, { executor: nobody }, recipe);
    expect(await filesOf(again.result.folder)).toEqual(plain);
  });

  it('has the same bytes with augmented copies', async () => {
    const without = await runTiny(corpus, {}, augmented);
    const executor = inlineExecutor(openStore(await freshFolder()));
    const { result } = await runTiny(corpus, { executor }, augmented);
    expect(await filesOf(result.folder)).toEqual(await filesOf(without.result.folder));
  });
});

describe('a search with an executor', () => {
  it('finds the same trials and writes the same run', async () => {
    const voices = await sixVoices();
    const plain = await tuneTiny(voices);
    const store = openStore(join(await freshFolder(), 'store'));
    const executor = processExecutor({ store, workers: 2 });
    const { result, read } = await tuneTiny(voices, { executor, engine: await openEngine('tfjs-wasm') });
    await executor.close();
    const scoresOf = ({ tuning }: typeof result) =>
      tuning.trials.map(({ rungs }) => rungs.map(({ epochs, scores }) => [epochs, scores]));
    expect(scoresOf(result)).toEqual(scoresOf(plain.result));
    expect(await read('best-recipe.json')).toBe(await plain.read('best-recipe.json'));
    expect(await read('best/predictions.csv')).toBe(await plain.read('best/predictions.csv'));
  });
});
