import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { runSer } from '../runSer.js';
import { makeTinyCorpus, nTinyClips, tinyClip } from '../tinyCorpus.js';
import { writeTinyModel } from '../tinyModel.js';

const silence = { samples: new Float32Array(16000), sampleRate: 16000 };

let folder: string;
const at = (path: string) => join(folder, path);

beforeAll(async () => {
  folder = await makeTinyCorpus('bad-data');
  await writeTinyModel(folder);
  await mkdir(at('nothing'));
  await mkdir(at('emodb'));
  await cp(at(`voices/${tinyClip}`), at('emodb/03a01Fa.wav'));
  await cp(at('voices'), at('damaged'), { recursive: true });
  await writeFile(at(`damaged/${tinyClip}`), '');
  await writeWav(at('damaged/Actor_02/03-01-05-01-01-01-02.wav'), silence);
});

const ser = (...argv: readonly string[]) => runSer(argv, { cwd: folder });
const noTrace = expect.not.stringMatching(/^\s+at /m);
const recipe = ['--recipe', 'ridge.json'];

describe('an unusable recording in a corpus', () => {
  it('is skipped, reported, and counted while their share is allowed', async () => {
    const { code, stdout, stderr } = await ser('train', ...recipe, '--data', 'damaged', '--out', 'run');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^skipped: Actor_01\/03-01-05-01-01-01-01\.wav: /m);
    expect(stdout).toContain('skipped: 2 unusable clips\n');
    const metrics = JSON.parse(await readFile(at('run/metrics.json'), 'utf8')) as {
      skipped: { code: string }[];
    };
    expect(metrics.skipped.map(({ code }) => code).sort()).toEqual(['empty-file', 'silent-clip']);
  });

  it('ends the run when the share is larger than allowed', async () => {
    await writeFile(at('damaged/Actor_03/03-01-05-01-01-01-03.wav'), '');
    const { code, stderr } = await ser('train', ...recipe, '--data', 'damaged', '--out', 'ruined');
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`^error: .*\\b5\\s?% .*\\b3 of ${nTinyClips}\\b`, 'm'));
  });

  it('is reported by ser corpora check', async () => {
    const { code, stdout } = await ser('corpora', 'check', 'ravdess', 'damaged', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      unreadable: [{ file: tinyClip }, { file: 'Actor_03/03-01-05-01-01-01-03.wav' }],
      silent: ['Actor_02/03-01-05-01-01-01-02.wav'],
    });
  });
});

describe('an unusable corpus folder', () => {
  const folders = [
    ['gone', 'folder-not-found'],
    ['nothing', 'empty-folder'],
    ['emodb', 'wrong-corpus'],
  ] as const;

  it.each(folders)('ends ser train with exit code 1 and is named: %s, %s', async (data, errorCode) => {
    const options = ['--recipe', 'ravdess-cnn', '--data', data, '--out', 'never'];
    const { code, stdout } = await ser('train', ...options, '--json');
    expect(code).toBe(1);
    const { error } = JSON.parse(stdout);
    expect(error).toMatchObject({ code: errorCode, file: expect.stringContaining(data) });
    expect(error.message).toContain(data);
    expect(await ser('train', ...options)).toMatchObject({ code: 1, stdout: '', stderr: noTrace });
  });

  it.each(folders)('ends ser evaluate and ser corpora check: %s, %s', async (data, errorCode) => {
    const evaluated = await ser('evaluate', '--model', 'model', '--data', `ravdess=${data}`, '--json');
    expect(evaluated.code).toBe(1);
    expect(JSON.parse(evaluated.stdout).error.code).toBe(errorCode);
    const checked = await ser('corpora', 'check', 'ravdess', data, '--json');
    expect(checked.code).toBe(1);
    expect(JSON.parse(checked.stdout).error.code).toBe(errorCode);
  });

  it('ends ser train with unknown-label when a label has no clips', async () => {
    const options = ['--recipe', 'ravdess-cnn', '--data', 'voices', '--out', 'never', '--json'];
    const { code, stdout } = await ser('train', ...options);
    expect(code).toBe(1);
    const { error } = JSON.parse(stdout);
    expect(error.code).toBe('unknown-label');
    expect(error.message).toContain('calm, fear, disgust, surprise');
  });
});

describe('a run folder with other files', () => {
  it('ends ser train with out-not-empty, and its files stay', async () => {
    const { code, stdout } = await ser('train', ...recipe, '--data', 'voices', '--out', 'emodb', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout).error).toMatchObject({
      code: 'out-not-empty',
      file: expect.stringContaining('emodb'),
    });
    const files = ['emodb/03a01Fa.wav', `voices/${tinyClip}`].map((path) => readFile(at(path)));
    const [kept, original] = await Promise.all(files);
    expect(kept!.equals(original!)).toBe(true);
  });
});
