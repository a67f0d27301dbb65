import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runSer } from '../runSer.js';
import { makeTinyCorpus, nTinyClips } from '../tinyCorpus.js';

let folder: string;

beforeAll(async () => {
  folder = await makeTinyCorpus('explain');
});

const train = (...options: readonly string[]) =>
  runSer(['train', '--recipe', 'ridge.json', '--data', 'voices', ...options], { cwd: folder });

describe('ser train --explain', () => {
  it('shows which features indicate each emotion, and how each speaker was normalized', async () => {
    const { code, stdout } = await train('--out', 'run', '--explain', '--normalize', 'speaker');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^normalization: Features are normalized per speaker/m);
    expect(stdout).toMatch(/^ {2}emotion +feature groups +functionals +strongest features/m);
    expect(stdout).toMatch(/^ {2}angry +mfcc 100\.0% +\w+ \d+\.\d%, \w+ -?\d+\.\d% +[+-]mfcc\d+\./m);
    const explanation = JSON.parse(await readFile(join(folder, 'run/explain.json'), 'utf8')) as object;
    expect(explanation).toMatchObject({ recipe: 'ridge', nFeatures: 40 });
  });

  it('rejects a network before any clip is read', async () => {
    const options = ['--recipe', 'synthetic-voices', '--data', 'voices', '--out', 'none', '--explain'];
    const { code, stderr } = await runSer(['train', ...options], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('`--explain`) requires ');
    expect(await readdir(folder)).not.toContain('none');
  });
});

describe('ser train --cache', () => {
  it('stores the features of each clip, and gives the same metrics from them', async () => {
    const first = await train('--out', 'first', '--cache', 'features', '--json');
    const stored = await readdir(join(folder, 'features'), { recursive: true });
    expect(stored.filter((name) => name.endsWith('.f32'))).toHaveLength(nTinyClips);
    const again = await train('--out', 'again', '--cache', 'features', '--json');
    const pooled = ({ stdout }: typeof first) =>
      (JSON.parse(stdout) as { metrics: { pooled: unknown } }).metrics.pooled;
    expect(pooled(again)).toEqual(pooled(first));
  });
});
