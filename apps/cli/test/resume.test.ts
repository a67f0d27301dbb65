import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeSyntheticCorpus } from '@ser/synthetic/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSer } from './runSer.js';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-resumed-'));
  await writeSyntheticCorpus(join(folder, 'voices'), { speakers: 4 });
});

afterAll(() => rm(folder, { recursive: true }));

const train = (out: string, ...options: readonly string[]) => [
  ...['train', '--recipe', 'synthetic-voices', '--data', 'voices', '--out', out, '--epochs', '12'],
  ...['--split', 'speaker-folds', '--folds', '2', ...options],
];

/** Runs `ser` in a process of its own and kills that, so that it can tidy nothing, once so many epochs are told. */
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
  it('after a kill in the midst of an epoch ends with the very predictions of a run that was left alone', async () => {
    const killed = await killAfterEpochs(train('killed', '--json', '--events'), 15);
    expect(killed).toBe('SIGKILL');
    expect((await readdir(join(folder, 'killed'))).sort()).toEqual([
      'checkpoints',
      'recipe.json',
      'split.json',
    ]);

    const { code, stderr } = await runSer(train('killed', '--resume'), { cwd: folder });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^fold 1\/2: was done before$/m);
    expect(stderr).toMatch(/^fold 2\/2: goes on after epoch \d+$/m);

    await runSer(train('whole'), { cwd: folder });
    for (const file of ['predictions.csv', 'history.csv', 'model/cnn1d/weights.bin']) {
      const [one, other] = await Promise.all(
        ['killed', 'whole'].map((run) => readFile(join(folder, run, file))),
      );
      expect(one!.equals(other!), file).toBe(true);
    }
    expect(await readdir(join(folder, 'killed'))).not.toContain('checkpoints');
  }, 60_000);

  it('of a run that is done says so', async () => {
    const { code, stderr } = await runSer(train('killed', '--resume'), { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toContain('is finished. Leave out `resume` (`--resume`) to run it anew.');
  });
});
