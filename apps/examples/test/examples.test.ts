import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { scanCorpus } from '@ser/datasets/node';
import { loadPlugins, parseRecipe } from '@ser/experiments';
import { writeSyntheticCorpus } from '@ser/synthetic/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const examples = fileURLToPath(new URL('..', import.meta.url));
const tsx = fileURLToPath(new URL('../../../node_modules/tsx/dist/cli.mjs', import.meta.url));

/** Runs an example as a user does, from the sources of the libraries; returns what it prints. */
async function run(name: string, ...args: readonly string[]): Promise<string> {
  const argv = [tsx, '--conditions=@ser/source', join(examples, name), ...args];
  const { stdout } = await promisify(execFile)(process.execPath, argv, { encoding: 'utf8' });
  return stdout;
}

describe('the example apps', () => {
  let folder: string;
  let table: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ser-examples-'));
    await writeSyntheticCorpus(folder, { speakers: 6, seed: 1 });
    const { utterances } = await scanCorpus('ravdess', folder);
    const rows = utterances.map(
      ({ path, emotion, speaker }) => `${resolve(folder, path)},${emotion},${speaker}`,
    );
    table = join(folder, 'clips.csv');
    await writeFile(table, ['path,label,speaker', ...rows].join('\n'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('train.ts goes from a table of clips to the UAR on unseen speakers, better than chance', async () => {
    const uar = /^UAR (\d\.\d{3})$/m.exec(await run('train.ts', table))?.[1];
    expect(Number(uar)).toBeGreaterThan(0.25);
    expect(Number(uar)).toBeLessThanOrEqual(1);
  });

  it('evaluate.ts scores a saved model with an interval over speakers', async () => {
    const model = fileURLToPath(
      new URL('../../../packages/pretrained/models/general-small', import.meta.url),
    );
    const output = await run('evaluate.ts', model, table);
    expect(output).toMatch(/^UAR \d+\.\d%, 95% interval \d+\.\d% to \d+\.\d%$/m);
    expect(output).toMatch(/^chance 25\.0%, \d+ of \d+ clips have sound$/m);
  });

  it('server.ts answers uploads until it is stopped', async () => {
    const argv = [tsx, '--conditions=@ser/source', join(examples, 'server.ts'), '0'];
    const server = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
    const [address] = (await once(server.stdout, 'data')) as [Buffer];
    const { utterances } = await scanCorpus('ravdess', folder);
    const body = await readFile(resolve(folder, utterances[0]!.path));
    const response = await fetch(`${address.toString().trim()}/predict`, { method: 'POST', body });
    expect(await response.json()).toMatchObject({ speech: true, scores: expect.any(Array) as unknown });
    server.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('plugin.ts adds a feature and a network to what recipes can name', async () => {
    await loadPlugins([join(examples, 'plugin.ts')]);
    const features = [{ name: 'loudShare', above: 0.3 }];
    const recipe = parseRecipe({
      ...{ name: 'mine', title: 'Mine', corpora: [{ name: 'clips' }], labels: ['angry', 'sad'] },
      ...{ split: { kind: 'speaker' }, features: { sampleRate: 16000, features } },
      classifier: { kind: 'twoLayers', units: 8 },
    });
    expect(recipe.members[0]).toMatchObject({ name: 'two-layers', classifier: { units: 8 } });
  });

  it.each(['train.ts', 'evaluate.ts', 'server.ts', 'plugin.ts'])('%s stays small', async (name) => {
    const lines = (await readFile(join(examples, name), 'utf8'))
      .split('\n')
      .filter((line) => line.trim() !== '');
    expect(lines.length).toBeLessThan(name === 'train.ts' ? 20 : 60);
  });
});
