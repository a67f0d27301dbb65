import { readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { interrupt, runTiny, tinyCorpus } from '../tinyExperiment.js';
import { filesOf, isEpoch, recipe } from './resumable.js';

let corpus: string;
let whole: Awaited<ReturnType<typeof runTiny>>;

beforeAll(async () => {
  corpus = await tinyCorpus();
  whole = await runTiny(corpus, {}, recipe);
});

describe('a resumed run', () => {
  it.each([
    ['in the first fold', isEpoch('main', 0, 2)],
    ['in the training of the final model', isEpoch('main', 2, 3)],
    ["in the source's split", isEpoch('source', 0, 2)],
  ])('interrupted %s, gives the same results, byte for byte', async (_, moment) => {
    const out = await interrupt(corpus, recipe, moment);
    await runTiny(corpus, { out, resume: true }, recipe);
    expect(await filesOf(out)).toEqual(await filesOf(whole.result.folder));
    expect((await readdir(out)).sort()).toEqual((await readdir(whole.result.folder)).sort());
  });
});
