import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
  it('gives the same results, byte for byte', async () => {
    const out = await interrupt(corpus, recipe, isEpoch('main', 1, 1));
    await runTiny(corpus, { out, resume: true }, recipe);
    expect(await filesOf(out)).toEqual(await filesOf(whole.result.folder));
    expect((await readdir(out)).sort()).toEqual((await readdir(whole.result.folder)).sort());
  });

  it('repeats no finished fold or epoch', async () => {
    const out = await interrupt(corpus, recipe, isEpoch('main', 1, 2));
    const { events } = await runTiny(corpus, { out, resume: true }, recipe);
    const [first, second] = events.filter((event) => event.type === 'resumed');
    expect(first).toMatchObject({ role: 'main', index: 0, finished: true });
    expect(second).toMatchObject({ role: 'main', index: 1, finished: false });
    const epochs = events.filter((event) => event.type === 'epoch' && event.role === 'main');
    expect(epochs.some((event) => event.type === 'epoch' && event.index === 0)).toBe(false);
    expect(epochs[0]).toMatchObject({ index: 1, record: { epoch: (second as { epoch: number }).epoch + 1 } });
  });

  it('adds the times of all sessions', async () => {
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

  it('starts again if it was interrupted before training', async () => {
    const out = await interrupt(corpus, recipe, ({ type }) => type === 'extracted');
    expect(await readdir(out)).toEqual([]);
    await runTiny(corpus, { out, resume: true }, recipe);
    expect(await filesOf(out)).toEqual(await filesOf(whole.result.folder));
  });
});

describe('a run cannot be resumed', () => {
  it('if it is finished', async () => {
    const again = runTiny(corpus, { out: whole.result.folder, resume: true }, recipe);
    await expect(again).rejects.toMatchObject({
      code: 'nothing-to-resume',
      message: expect.stringContaining('Leave out `resume`'),
    });
  });

  it('with another recipe; the message names the differences', async () => {
    const out = await interrupt(corpus, recipe, isEpoch('main', 0, 1));
    const other = runTiny(corpus, { out, resume: true, epochs: 9, seed: 3 }, recipe);
    await expect(other).rejects.toMatchObject({
      code: 'cannot-resume',
      message: expect.stringContaining('which differs in members[0].training.epochs, seed'),
    });
  });

  it('with other recordings', async () => {
    const out = await interrupt(corpus, recipe, isEpoch('main', 0, 1));
    const smaller = await tinyCorpus();
    await rm(join(smaller, 'Actor_01/03-01-01-01-01-01-01.wav'));
    await expect(runTiny(smaller, { out, resume: true }, recipe)).rejects.toMatchObject({
      code: 'cannot-resume',
      message: expect.stringContaining('with other recordings'),
    });
  });
});
