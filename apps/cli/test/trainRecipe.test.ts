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

  it('leaves nothing to resume in a finished run', async () => {
    const { code, stderr } = await runSer(train('run', '--resume'), { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toMatch(/`--resume`.* needs an interrupted run; got `.*run`, which is finished\./);
  });
});
