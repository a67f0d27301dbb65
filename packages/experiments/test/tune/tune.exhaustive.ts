import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import type { TrialRecord } from '../../src/tune/trialLog.js';
import { freshFolder } from '../tinyExperiment.js';
import { learningRate, searchedRecipe, sixVoices, timeless, tuneTiny } from './tinySearch.js';

const searchedWith = (search: object) => parseRecipe({ ...searchedRecipe, search });

describe('tune', () => {
  let corpus: string;
  let tiny: Awaited<ReturnType<typeof tuneTiny>>;

  beforeAll(async () => {
    corpus = await sixVoices();
    tiny = await tuneTiny(corpus, { workers: 2 });
  });

  it('gives the same results with one process, and after an interruption', async () => {
    const out = join(await freshFolder(), 'interrupted');
    const controller = new AbortController();
    const stopAfterTwo = (event: { type: string; trial?: number }) =>
      event.type === 'trial' && event.trial === 2 && controller.abort(new Error('enough'));
    const interrupted = tuneTiny(corpus, {
      out,
      workers: 1,
      signal: controller.signal,
      onEvent: stopAfterTwo,
    });
    await expect(interrupted).rejects.toThrow('enough');
    await appendFile(join(out, 'trials.jsonl'), '{"trial":3,"epo'); // as after a power failure

    const { result, trained } = await tuneTiny(corpus, { out, workers: 1 });
    expect(trained).toHaveLength(3);
    expect(timeless(result.tuning)).toEqual(timeless(tiny.result.tuning));
    const lines = (await readFile(join(out, 'trials.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as TrialRecord).trial).slice(0, 4)).toEqual([1, 2, 3, 4]);
  });

  it('continues without a trial that cannot be trained, and says why', async () => {
    const parameters = { [learningRate]: { kind: 'choice', values: [1e30, 1e35] } };
    const recipe = searchedWith({ parameters, trials: 2 });
    const { result } = await tuneTiny(corpus, { method: 'random' }, recipe);
    const [unchanged, wild] = result.tuning.trials;
    expect(unchanged!.rungs).toMatchObject([{ epochs: 3, scores: { uar: expect.any(Number) } }]);
    expect(wild!.rungs).toMatchObject([{ epochs: 3, failure: { code: 'diverged' } }]);
    expect(result.tuning.best.trial).toBe(1);
  });
});
