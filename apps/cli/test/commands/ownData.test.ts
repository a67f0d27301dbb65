import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scanCorpus } from '@ser/datasets/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { runSer } from '../runSer.js';
import { makeTinyCorpus } from '../tinyCorpus.js';

let folder: string;
const at = (path: string) => join(folder, path);
const ser = (...argv: readonly string[]) => runSer(argv, { cwd: folder });

beforeAll(async () => {
  folder = await makeTinyCorpus('own-data');
  const { utterances } = await scanCorpus('ravdess', at('voices'));
  const rows = utterances.map(
    ({ path, emotion, speaker }) => `voices/${path};${emotion === 'angry' ? 'wütend' : emotion};${speaker}`,
  );
  await writeFile(at('clips.csv'), ['Datei;emotion;speaker', ...rows, 'voices/x.wav;;1'].join('\r\n'));
  await writeFile(
    at('nameless.csv'),
    ['file,emotion', ...rows.map((row) => row.split(';').slice(0, 2).join(','))].join('\n'),
  );
});

const own = ['--data', 'clips.csv', '--columns', 'path=Datei', '--map', 'wütend=angry'];

describe('ser train on a table', () => {
  it('trains on the labels that are asked for, and reports the row that cannot be used', async () => {
    const { code, stdout, stderr } = await ser(
      'train',
      '--recipe',
      'ridge.json',
      ...own,
      '--labels',
      'angry,sad',
      '--out',
      'run',
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout).metrics).toMatchObject({ labels: ['angry', 'sad'], speakerIndependent: true });
    expect(stderr).toContain('irregular: clips.csv, line 58: `label` must not be empty');
    const recipe = JSON.parse(await readFile(at('run/recipe.json'), 'utf8'));
    expect(recipe.corpora).toEqual([{ name: 'clips' }]);
  });

  it('warns prominently if speakers are unknown, and refuses to split by them', async () => {
    const args = ['--recipe', 'ridge.json', '--data', 'nameless.csv', '--labels', 'sad,happy'];
    const { code, stdout, stderr } = await ser('train', ...args, '--out', 'nameless');
    expect(code).toBe(0);
    expect(stderr).toContain('warning: SPEAKERS UNKNOWN: ');
    expect(stdout).toContain('SPEAKERS UNKNOWN: the same voice may be in the training data');
    const refused = await ser('train', ...args, '--split', 'speaker', '--out', 'never', '--json');
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stdout).error.code).toBe('unknown-speaker');
  });

  it('suggests the label that a mistyped one means', async () => {
    const { stdout } = await ser(
      'train',
      '--recipe',
      'ridge.json',
      ...own,
      '--labels',
      'angri,sad',
      '--out',
      'never',
      '--json',
    );
    expect(JSON.parse(stdout).error.message).toMatch(/Did you mean `angry`\?$/);
  });
});

describe('ser corpora check on a table', () => {
  it('reports its contents, and writes a page', async () => {
    const { code, stdout } = await ser(
      'corpora',
      'check',
      'clips.csv',
      '--columns',
      'path=Datei',
      '--out',
      'check.html',
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^clips: 56 clips, 4 speakers, /);
    expect(await readFile(at('check.html'), 'utf8')).toContain('Clips of each label');
  });

  it('is one JSON document with --json', async () => {
    const { stdout } = await ser('corpora', 'check', 'mine=nameless.csv', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ corpus: 'mine', clips: 56, withoutSpeaker: 56 });
  });

  it('is added to the check of a known corpus', async () => {
    const { stdout } = await ser('corpora', 'check', 'voices', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      corpus: 'ravdess',
      expected: 1440,
      recordings: { clips: 56 },
    });
  });
});
