import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { runSer } from '../runSer.js';
import { makeTinyCorpus } from '../tinyCorpus.js';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

let folder: string;

beforeAll(async () => {
  folder = await makeTinyCorpus('killed');
});

const train = (out: string, ...options: readonly string[]) => [
  ...['train', '--recipe', 'synthetic-voices', '--data', 'voices', '--out', out, '--epochs', '12'],
  ...['--split', 'speaker-folds', '--folds', '2', ...options],
];

/** Runs `ser` in another process and kills it after this many epochs, so that it cannot clean up. */
async function killAfterEpochs(
  argv: readonly string[],
  nEpochs: number,
): Promise<ChildProcess['signalCode']> {
  const child = spawn(process.execPath, ['--conditions=@ser/source', '--import', tsx, main, ...argv], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  let epochs = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if ((JSON.parse(line) as { type: string }).type !== 'epoch' || ++epochs < nEpochs) continue;
    child.kill('SIGKILL');
    break;
  }
  await ended;
  return child.signalCode;
}

describe('ser train --resume', () => {
  it('gives the predictions of an uninterrupted run after the process was killed', async () => {
    expect(await killAfterEpochs(train('killed', '--json', '--events'), 15)).toBe('SIGKILL');
    expect((await readdir(join(folder, 'killed'))).sort()).toEqual([
      '.ser.lock', // stale: the next run sees that its process is gone
      'checkpoints',
      'recipe.json',
      'split.json',
    ]);

    const { code, stderr } = await runSer(train('killed', '--resume'), { cwd: folder });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^fold 1\/2, cnn1d: finished earlier$/m);
    expect(stderr).toMatch(/^fold 2\/2, cnn1d: resumes after epoch \d+$/m);

    await runSer(train('uninterrupted'), { cwd: folder });
    for (const file of ['predictions.csv', 'history.csv', 'model/cnn1d/weights.bin']) {
      const [one, other] = await Promise.all(
        ['killed', 'uninterrupted'].map((run) => readFile(join(folder, run, file))),
      );
      expect(one!.equals(other!), file).toBe(true);
    }
    expect(await readdir(join(folder, 'killed'))).not.toContain('checkpoints');
  });
});
