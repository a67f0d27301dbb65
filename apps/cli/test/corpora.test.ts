import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSyntheticCorpus } from '@ser/datasets/synthetic';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSer } from './runSer.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-corpora-'));
  await writeSyntheticCorpus(join(folder, 'voices'), { speakers: 2, repetitions: 1, seed: 1 });
});

afterAll(() => rm(folder, { recursive: true }));

describe('ser corpora', () => {
  it('list names them', async () => {
    const { code, stdout } = await runSer(['corpora', 'list']);
    expect(code).toBe(0);
    expect(stdout).toContain('ravdess');
    expect(stdout).toContain('1440 clips');
  });

  it('list --json and info --json agree', async () => {
    const list = JSON.parse((await runSer(['corpora', 'list', '--json'])).stdout);
    const info = JSON.parse((await runSer(['corpora', 'info', 'ravdess', '--json'])).stdout);
    expect(info).toMatchObject(list.find(({ name }: { name: string }) => name === 'ravdess'));
    expect(info).toMatchObject({ licence: 'CC BY-NC-SA 4.0', clips: 1440, speakers: 24 });
    expect(info.publishedSplits).toContain('emobox');
  });

  it('info tells where to get it, under which licence', async () => {
    const { stdout } = await runSer(['corpora', 'info', 'ravdess']);
    expect(stdout).toContain('https://zenodo.org/records/1188976');
    expect(stdout).toContain('CC BY-NC-SA 4.0');
    expect(stdout).toContain('published:emobox');
  });

  it('check --json answers with the keys of the contract', async () => {
    const { code, stdout } = await runSer(['corpora', 'check', 'ravdess', 'voices', '--json'], {
      cwd: folder,
    });
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      corpus: 'ravdess',
      clips: 28,
      expected: 1440,
      speakers: 2,
      unreadable: [],
      duplicates: [],
      silent: [],
      irregular: [],
    });
    expect(report.labels).toMatchObject({ neutral: 4, happy: 8, sad: 8, angry: 8 });
    expect(report.missing).toHaveLength(1440 - 28);
  });

  it('check tells people the findings, and only the first of many files', async () => {
    const { code, stdout } = await runSer(['corpora', 'check', 'ravdess', 'voices'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('ravdess: 28 of 1440 clips, 2 speakers');
    expect(stdout).toContain('missing: 1412\n');
    expect(stdout).toContain('and 1402 more');
  });
});
