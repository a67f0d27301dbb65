import { access, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createFeaturePlan, type FeaturePlan } from '@ser/dsp';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { sealJson } from '../../src/files/sealed.js';
import type { RunEvent } from '../../src/progress/runEvent.js';
import { freshFolder, interrupt, runTiny, tinyCorpus } from '../tinyExperiment.js';
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
    await writeFile(join(out, 'checkpoints/timings.json'), sealJson(before));
    const { result } = await runTiny(corpus, { out, resume: true, now: () => 0 }, recipe);
    expect(result.metrics.seconds).toEqual({ extract: 5, train: 50, evaluate: 0.01, total: 60 });
  });

  it.each([
    ['the features', (event: RunEvent) => event.type === 'extracted' && event.done === 28, 28],
    ['the training', isEpoch('main', 0, 2), 0],
  ])('interrupted during %s, computes no features again', async (_, moment, nComputed) => {
    const out = await interrupt(corpus, recipe, moment);
    const compute = vi.spyOn(
      Object.getPrototypeOf(createFeaturePlan(recipe.members[0]!.features)) as FeaturePlan,
      'extract',
    );
    await runTiny(corpus, { out, resume: true }, recipe);
    const { length } = compute.mock.calls;
    compute.mockRestore();
    expect(length).toBe(nComputed);
    expect(await filesOf(out)).toEqual(await filesOf(whole.result.folder));
  });
});

describe('a folder with a run', () => {
  it('that was interrupted is not used without a decision', async () => {
    const out = await interrupt(corpus, recipe, isEpoch('main', 0, 1));
    await expect(runTiny(corpus, { out }, recipe)).rejects.toMatchObject({
      code: 'unfinished-run',
      file: out,
      message: expect.stringContaining(
        'Use `resume` (`--resume`) to continue it, or `overwrite` (`--overwrite`)',
      ),
    });
    await runTiny(corpus, { out, overwrite: true }, recipe);
    expect(await filesOf(out)).toEqual(await filesOf(whole.result.folder));
  });

  it('that is finished is not overwritten by accident', async () => {
    await expect(runTiny(corpus, { out: whole.result.folder }, recipe)).rejects.toMatchObject({
      code: 'finished-run',
      message: expect.stringContaining('use `overwrite` (`--overwrite`) to replace it'),
    });
  });

  it('keeps a finished run until another one trains', async () => {
    const { result } = await runTiny(corpus, { epochs: 1, finalModel: 'none' });
    const before = await readdir(result.folder);
    const missing = runTiny('nowhere', { out: result.folder, overwrite: true });
    await expect(missing).rejects.toMatchObject({ code: 'folder-not-found' });
    expect(await readdir(result.folder)).toEqual(before);
  });

  it('is used by one run at a time', async () => {
    const out = join(await freshFolder(), 'run');
    const first = runTiny(corpus, { out, epochs: 1, finalModel: 'none' });
    await vi.waitFor(() => access(join(out, '.ser.lock')));
    await expect(runTiny(corpus, { out, resume: true })).rejects.toMatchObject({
      code: 'out-in-use',
      message: expect.stringContaining(`in use by process ${process.pid} on `),
    });
    const { result } = await first;
    expect(await readdir(result.folder)).not.toContain('.ser.lock');
  });

  it('cannot be both resumed and overwritten', async () => {
    const both = runTiny(corpus, { resume: true, overwrite: true });
    await expect(both).rejects.toMatchObject({ code: 'invalid-option' });
  });
});

describe('a damaged checkpoint', () => {
  it.each([
    [
      'main-1-cnn1d/finished.json',
      'Delete the folder `',
      '/checkpoints/main-1-cnn1d` to repeat only this training',
    ],
    [
      'main-2-cnn1d/state.bin',
      'Delete the folder `',
      '/checkpoints/main-2-cnn1d` to repeat only this training',
    ],
    ['run.json', 'Start the run again with `overwrite` (`--overwrite`).', ''],
    ['clips.json', 'Start the run again with `overwrite` (`--overwrite`).', ''],
  ])('in %s is rejected by name, with what to do', async (name, advice, folder) => {
    const out = await interrupt(corpus, recipe, isEpoch('main', 1, 2));
    const file = join(out, 'checkpoints', name);
    const content = await readFile(file);
    content[content.length >> 1]! ^= 1;
    await writeFile(file, content);
    const resumed = runTiny(corpus, { out, resume: true }, recipe);
    const error = await resumed.catch((thrown: unknown) => thrown as Error & { file: string });
    expect(error).toMatchObject({ code: 'damaged-checkpoint', file });
    expect((error as Error).message).toContain(advice);
    expect((error as Error).message).toContain(folder);
  });

  it('can be deleted: its training is repeated', async () => {
    const out = await interrupt(corpus, recipe, isEpoch('main', 1, 2));
    const state = join(out, 'checkpoints/main-2-cnn1d/state.bin');
    await truncate(state, 100);
    await expect(runTiny(corpus, { out, resume: true }, recipe)).rejects.toMatchObject({ file: state });
    await rm(dirname(state), { recursive: true });
    await runTiny(corpus, { out, resume: true }, recipe);
    expect(await filesOf(out)).toEqual(await filesOf(whole.result.folder));
  });
});

describe('a run cannot be resumed', () => {
  it('if it is finished', async () => {
    const again = runTiny(corpus, { out: whole.result.folder, resume: true }, recipe);
    await expect(again).rejects.toMatchObject({
      code: 'nothing-to-resume',
      message: expect.stringContaining('Use `overwrite` (`--overwrite`) to run it again.'),
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
