import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRecipe } from '@ser/experiments';
import { writeSyntheticCorpus } from '@ser/synthetic/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSer } from './runSer.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-explained-'));
  await writeSyntheticCorpus(join(folder, 'voices'), { speakers: 4, repetitions: 1 });
  const { members, ...voices } = findRecipe('synthetic-voices');
  const { features } = members[0]!;
  const ridge = {
    ...voices,
    name: 'ridge',
    features: { ...features, functionals: ['mean', 'std'] },
    classifier: { kind: 'ridge' },
  };
  await writeFile(join(folder, 'ridge.json'), JSON.stringify(ridge));
}, 30_000);

afterAll(() => rm(folder, { recursive: true }));

const train = (...options: readonly string[]) =>
  runSer(['train', '--recipe', 'ridge.json', '--data', 'voices', ...options], { cwd: folder });

describe('ser train --explain', () => {
  it('tells which features carry each emotion, and how each speaker was normalised', async () => {
    const { code, stdout } = await train('--out', 'run', '--explain', '--normalize', 'speaker');
    expect(code).toBe(0);
    expect(stdout).toContain('test speakers by their unlabelled test clips');
    expect(stdout).toMatch(/^ {2}emotion +features +what of them +most of all/m);
    expect(stdout).toMatch(/^ {2}angry +mfcc 100\.0 % +\w+ \d+\.\d %, \w+ -?\d+\.\d % +[+-]mfcc\d+\./m);
    const explanation = JSON.parse(await readFile(join(folder, 'run/explain.json'), 'utf8')) as object;
    expect(explanation).toMatchObject({ recipe: 'ridge', nFeatures: 40 });
  });

  it('refuses a network, before a clip is read', async () => {
    const options = ['--recipe', 'synthetic-voices', '--data', 'voices', '--out', 'none', '--explain'];
    const { code, stderr } = await runSer(['train', ...options], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('`--explain`) needs a linear classifier');
    expect(await readdir(folder)).not.toContain('none');
  });
});

describe('ser train --cache', () => {
  it('keeps the features of each clip, which give the same figures as before', async () => {
    const first = await train('--out', 'first', '--cache', 'features', '--json');
    const kept = await readdir(join(folder, 'features'), { recursive: true });
    expect(kept.filter((name) => name.endsWith('.f32'))).toHaveLength(56);
    const again = await train('--out', 'again', '--cache', 'features', '--json');
    const pooled = ({ stdout }: typeof first) =>
      (JSON.parse(stdout) as { metrics: { pooled: unknown } }).metrics.pooled;
    expect(pooled(again)).toEqual(pooled(first));
  });
});
