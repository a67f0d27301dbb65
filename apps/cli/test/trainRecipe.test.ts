import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { runSer } from './runSer.js';
import { makeTinyCorpus } from './tinyCorpus.js';

let folder: string;

beforeAll(async () => {
  folder = await makeTinyCorpus('interrupted');
});

const train = (out: string, ...options: readonly string[]) => [
  ...['train', '--recipe', 'synthetic-voices', '--data', 'voices', '--out', out, '--epochs', '3'],
  ...['--split', 'speaker-folds', '--folds', '2', ...options],
];

/** Presses Ctrl-C when a line of standard error matches. */
function interruptAt(line: RegExp) {
  const controller = new AbortController();
  const stderr = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (line.test(chunk.toString())) controller.abort();
      done();
    },
  });
  return { stderr, signal: controller.signal };
}

describe('Ctrl-C during ser train', () => {
  it('ends with exit code 130 before anything is written', async () => {
    const outcome = await runSer(train('none'), { cwd: folder, signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ code: 130, stdout: '' });
    expect(outcome.stderr).toMatch(/\nInterrupted\. Nothing was written to `none`\.\n$/);
  });

  it('lists the contents of the run folder, and --resume continues to the same predictions', async () => {
    const options = { cwd: folder, ...interruptAt(/^fold 2\/2, cnn1d 1\/3/) };
    const { code, stdout } = await runSer(train('run', '--json'), options);
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toEqual({
      error: {
        code: 'interrupted',
        message:
          'Interrupted. `run` contains checkpoints, recipe.json, split.json. To continue, run the same command with `--resume`.',
      },
    });

    const undecided = await runSer(train('run'), { cwd: folder });
    expect(undecided.code).toBe(1);
    expect(undecided.stderr).toMatch(/contains an interrupted run\. Use .*`--resume`.* or .*`--overwrite`/);

    const resumed = await runSer(train('run', '--resume'), { cwd: folder });
    expect(resumed.code).toBe(0);
    expect(resumed.stderr).toMatch(/^fold 1\/2, cnn1d: finished earlier$/m);
    expect(resumed.stderr).toMatch(/^fold 2\/2, cnn1d: resumes after epoch 1$/m);
    await runSer(train('uninterrupted'), { cwd: folder });
    for (const file of ['predictions.csv', 'history.csv', 'model/cnn1d/weights.bin']) {
      const [one, other] = await Promise.all(
        ['run', 'uninterrupted'].map((run) => readFile(join(folder, run, file))),
      );
      expect(one!.equals(other!), file).toBe(true);
    }
    expect(await readdir(join(folder, 'run'))).not.toContain('checkpoints');
  });

  it('does not compute features again after an interruption', async () => {
    const options = { cwd: folder, ...interruptAt(/^features +\d+\/56/) };
    expect((await runSer(train('features'), options)).code).toBe(130);
    expect(await readdir(join(folder, 'features'))).toEqual(['checkpoints']);
    expect(await readdir(join(folder, 'features/checkpoints'))).toContain('features');
    expect((await runSer(train('features', '--resume'), { cwd: folder })).code).toBe(0);
    expect(await readdir(join(folder, 'features'))).not.toContain('checkpoints');
  });

  it('needs --overwrite to replace a finished run', async () => {
    const again = await runSer(train('run', '--json'), { cwd: folder });
    expect(again.code).toBe(1);
    expect(JSON.parse(again.stdout).error).toMatchObject({
      code: 'finished-run',
      message: expect.stringContaining('use `overwrite` (`--overwrite`) to replace it'),
      file: join(folder, 'run'),
    });
    const replaced = await runSer(train('run', '--overwrite'), { cwd: folder });
    expect(replaced.code).toBe(0);
    const both = await runSer(train('run', '--overwrite', '--resume'), { cwd: folder });
    expect(both).toMatchObject({ code: 2, stderr: expect.stringContaining('Leave out one of them.') });
  });

  it('leaves nothing to resume in a finished run', async () => {
    const { code, stderr } = await runSer(train('run', '--resume'), { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toMatch(/`--resume`.* needs an interrupted run; got `.*run`, which is finished\./);
  });
});
