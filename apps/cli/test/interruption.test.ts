import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { writeSyntheticCorpus } from '@ser/synthetic/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSer } from './runSer.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-interrupted-'));
  await writeSyntheticCorpus(join(folder, 'voices'), { speakers: 4, repetitions: 1 });
});

afterAll(() => rm(folder, { recursive: true }));

const argv = ['train', '--recipe', 'synthetic-voices', '--data', 'voices', '--out', 'run', '--epochs', '50'];

/** Presses Ctrl-C when standard error begins a line with this word. */
function interruptAt(word: string) {
  const controller = new AbortController();
  const stderr = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (chunk.toString().startsWith(word)) controller.abort();
      done();
    },
  });
  return { stderr, signal: controller.signal };
}

describe('Ctrl-C', () => {
  it('before anything is written ends with 130 and says so', async () => {
    const outcome = await runSer(argv, { cwd: folder, signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ code: 130, stdout: '' });
    expect(outcome.stderr).toMatch(/\nInterrupted\. Nothing was written to run\.\n$/);
  });

  it('during training says what the run folder holds', async () => {
    const { code, stdout } = await runSer([...argv, '--json'], { cwd: folder, ...interruptAt('training') });
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toEqual({
      error: {
        code: 'interrupted',
        message:
          'Interrupted. run holds checkpoints, recipe.json, split.json. To go on, type the same with `--resume`.',
      },
    });
  });

  it('stops the other commands as well', async () => {
    const check = ['corpora', 'check', 'ravdess', 'voices'];
    expect(await runSer(check, { cwd: folder, ...interruptAt('reading') })).toMatchObject({
      code: 130,
      stdout: '',
    });
  });
});
