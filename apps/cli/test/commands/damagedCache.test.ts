import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runSer } from '../runSer.js';
import { makeTinyCorpus } from '../tinyCorpus.js';

let folder: string;

beforeAll(async () => {
  folder = await makeTinyCorpus('damaged-cache');
});

const train = (out: string) =>
  runSer(['train', '--recipe', 'ridge.json', '--data', 'voices', '--cache', 'cache', '--out', out], {
    cwd: folder,
  });

describe('ten files of zeros in the cache', () => {
  it('do not change the results, and are reported', async () => {
    await train('before');
    const cache = join(folder, 'cache');
    const names = (await readdir(cache, { recursive: true })).filter((name) => name.endsWith('.f32'));
    const damaged = names.sort().slice(0, 10);
    for (const name of damaged) {
      const { length } = await readFile(join(cache, name));
      await writeFile(join(cache, name), Buffer.alloc(length));
    }
    const { code, stderr } = await train('after');
    expect(code).toBe(0);
    expect(stderr.match(/^warning: `.*\.f32` in the cache is damaged; .* computed again\.$/gm)).toHaveLength(
      10,
    );
    const [before, after] = await Promise.all(
      ['before', 'after'].map((run) => readFile(join(folder, run, 'predictions.csv'), 'utf8')),
    );
    expect(after).toBe(before);
    expect((await train('again')).stderr).not.toContain('damaged');
  });
});
