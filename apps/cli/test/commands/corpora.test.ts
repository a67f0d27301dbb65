import { join } from 'node:path';
import { Writable } from 'node:stream';
import { writeSyntheticCorpus } from '@ser/synthetic/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../makeFolder.js';
import { runSer } from '../runSer.js';

let folder: string;

beforeAll(async () => {
  folder = await makeFolder('corpora');
  await writeSyntheticCorpus(join(folder, 'voices'), { speakers: 2, repetitions: 1, seed: 1 });
});

describe('ser corpora list', () => {
  it('shows the names and sizes', async () => {
    const { code, stdout } = await runSer(['corpora', 'list']);
    expect(code).toBe(0);
    expect(stdout).toContain('ravdess');
    expect(stdout).toContain('1440 clips');
  });

  it('agrees with ser corpora info', async () => {
    const list = JSON.parse((await runSer(['corpora', 'list', '--json'])).stdout) as { name: string }[];
    const info = JSON.parse((await runSer(['corpora', 'info', 'ravdess', '--json'])).stdout);
    expect(info).toMatchObject(list.find(({ name }) => name === 'ravdess')!);
    expect(info).toMatchObject({ license: 'CC BY-NC-SA 4.0', clips: 1440, speakers: 24 });
    expect(info.publishedSplits).toContain('emobox');
  });

  it.each([
    ...[
      'ravdess',
      'crema-d',
      'tess',
      'savee',
      'emodb',
      'emovo',
      'nemo',
      'ravdess-song',
      'aesdd',
      'jl-corpus',
    ],
    ...['shemo', 'esd', 'subesco', 'mesd', 'cafe', 'iemocap', 'meld', 'msp-podcast', 'ased', 'emotiontts'],
    ...['iesc', 'baved'],
  ])('contains %s', async (name) => {
    expect((await runSer(['corpora', 'list'])).stdout).toMatch(new RegExp(`^ {2}${name} +\\S`, 'm'));
    const { code, stdout } = await runSer(['corpora', 'info', name]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/labels +\S/);
    expect(stdout).toMatch(/cite +\S.*\d{4}, https?:/);
  });
});

describe('ser corpora info', () => {
  it('shows the source, the license, and the published splits', async () => {
    const { stdout } = await runSer(['corpora', 'info', 'ravdess']);
    expect(stdout).toContain('https://zenodo.org/records/1188976');
    expect(stdout).toContain('CC BY-NC-SA 4.0');
    expect(stdout).toContain('published:emobox');
  });
});

describe('ser corpora how-to-get', () => {
  it('explains where to get a corpus and how to check it, and downloads nothing', async () => {
    const { code, stdout, stderr } = await runSer(['corpora', 'how-to-get', 'crema-d', 'data/crema-d']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('CREMA-D is not downloaded by this command.');
    expect(stdout).toContain('https://github.com/CheyneyComputerScience/CREMA-D');
    expect(stdout).toContain('ODbL 1.0');
    expect(stdout).toContain('git lfs');
    expect(stdout).toContain('  AudioWAV/1001_DFA_ANG_XX.wav\n');
    expect(stdout).toContain('  ser corpora check crema-d data/crema-d\n');
  });

  it('gives the same with --json, and whether its authors must be asked', async () => {
    const { code, stdout } = await runSer(['corpora', 'how-to-get', 'savee', 'data/savee', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      corpus: 'savee',
      title: 'SAVEE',
      url: 'http://kahlan.eps.surrey.ac.uk/savee/',
      license: expect.stringContaining('registration'),
      access: 'on-request',
      downloaded: false,
      steps: expect.arrayContaining([expect.stringContaining('Register')]),
      folder: 'data/savee',
      layout: expect.arrayContaining(['AudioData/DC/a01.wav']),
      check: 'ser corpora check savee data/savee',
    });
  });

  it('rejects an unknown corpus', async () => {
    const { code, stderr } = await runSer(['corpora', 'how-to-get', 'nope', 'x']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: .*'nope'/);
  });
});

describe('ser corpora check', () => {
  it('counts the missing files where their names are unknown', async () => {
    await writeSyntheticCorpus(join(folder, 'emodb'), { layout: 'emodb', speakers: 1, repetitions: 1 });
    const { stdout } = await runSer(['corpora', 'check', 'emodb', 'emodb'], { cwd: folder });
    expect(stdout).toContain('emodb: 8 of 535 clips, 1 speakers');
    expect(stdout).toContain('missing: 527 (file names unknown)\n');
    expect(stdout).toMatch(/angry +2 {2}of 127\n/);
  });

  it('gives the findings as one JSON document', async () => {
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

  it('shows the findings, and only the first of many files', async () => {
    const { code, stdout } = await runSer(['corpora', 'check', 'ravdess', 'voices'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain('ravdess: 28 of 1440 clips, 2 speakers');
    expect(stdout).toContain('missing: 1412\n');
    expect(stdout).toContain('and 1402 more');
  });

  it('ends with exit code 130 on Ctrl-C', async () => {
    const controller = new AbortController();
    const stderr = new Writable({
      write(_chunk, _encoding, done) {
        controller.abort();
        done();
      },
    });
    const { signal } = controller;
    const outcome = await runSer(['corpora', 'check', 'ravdess', 'voices'], { cwd: folder, stderr, signal });
    expect(outcome).toMatchObject({ code: 130, stdout: '' });
  });
});
