import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoFolder, demoClip, demoCorpus, demoModel, makeDemoFolder } from './demoFolder.js';
import { runSer } from './runSer.js';

const lfsPointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a21\nsize 12345\n';
const silence = { samples: new Float32Array(16000), sampleRate: 16000 };

/** Of a frame of 417 bytes. */
const mp3Header = [0xff, 0xfb, 0x90, 0xc0];

/** The bad recordings, each with the code of its error. */
const badFiles = [
  ['missing.wav', 'file-not-found'],
  ['empty.wav', 'empty-file'],
  ['truncated.wav', 'truncated-file'],
  ['text.wav', 'not-audio'],
  ['pointer.wav', 'git-lfs-pointer'],
] as const;

let demo: DemoFolder;

function isInstalled(packageName: string): boolean {
  try {
    createRequire(import.meta.url).resolve(packageName);
    return true;
  } catch {
    return false;
  }
}

beforeAll(async () => {
  demo = await makeDemoFolder();
  const at = (path: string) => join(demo.folder, path);
  await writeFile(at('empty.wav'), '');
  await writeFile(at('truncated.wav'), (await readFile(at(demoClip))).subarray(0, 4000));
  await writeFile(at('text.wav'), 'This is not a recording.\n');
  await writeFile(at('pointer.wav'), lfsPointer);
  await writeWav(at('silent.wav'), silence);
  await writeFile(
    at('call.mp3'),
    Uint8Array.from({ length: 3 * 417 }, (_, i) => mp3Header[i % 417] ?? 0),
  );
  await mkdir(at('nothing'));
  await mkdir(at('emodb'));
  await cp(at(demoClip), at('emodb/03a01Fa.wav'));
}, 60_000);

afterAll(() => rm(demo.folder, { recursive: true }));

const ser = (...argv: readonly string[]) => runSer(argv, { cwd: demo.folder });
const noTrace = expect.not.stringMatching(/^\s+at /m);

describe('a recording that cannot be used', () => {
  it.each(badFiles)(
    '%s: predict answers with %s, names the file, and ends with 1',
    async (file, errorCode) => {
      const json = await ser('predict', file, '--model', demoModel, '--json');
      expect(json.code).toBe(1);
      expect(JSON.parse(json.stdout)).toEqual([
        { file, error: { code: errorCode, message: expect.any(String) } },
      ]);
      const text = await ser('predict', file, '--model', demoModel);
      expect(text).toMatchObject({ code: 1, stdout: '', stderr: noTrace });
      expect(text.stderr).toMatch(new RegExp(`^error: .*${file.replace('.', '\\.')}`, 'm'));
    },
  );

  it.skipIf(isInstalled('mpg123-decoder'))(
    'MP3 without its decoder (needs mpg123-decoder absent): names the file, the format and what to install',
    async () => {
      const { code, stderr } = await ser('predict', 'call.mp3', '--model', demoModel);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^error: .*call\.mp3: Expected a decoder for MP3, found none\./m);
      expect(stderr).toContain('`npm install mpg123-decoder`');
      expect(stderr).toContain('`ffmpeg -i in out.wav`');
    },
  );

  it('does not stop the others', async () => {
    const files = ['empty.wav', demoClip, 'silent.wav'];
    const { code, stdout } = await ser('predict', ...files, '--model', demoModel, '--json');
    expect(code).toBe(1);
    const results = JSON.parse(stdout) as { file: string; label?: string }[];
    expect(results.map(({ file }) => file)).toEqual(files);
    expect(results[1]!.label).toMatch(/\w+/);
  });

  it('in a corpus is skipped by train, told and counted', async () => {
    await cp(join(demo.folder, demoCorpus), join(demo.folder, 'damaged'), { recursive: true });
    await writeFile(join(demo.folder, 'damaged/Actor_01/03-01-05-01-01-01-01.wav'), '');
    await writeWav(join(demo.folder, 'damaged/Actor_02/03-01-05-01-01-01-02.wav'), silence);
    const options = ['--recipe', 'synthetic-voices', '--data', 'damaged', '--out', 'run', '--epochs', '1'];
    const { code, stdout, stderr } = await ser('train', ...options);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^skipped: Actor_01\/03-01-05-01-01-01-01\.wav: /m);
    expect(stdout).toContain('skipped: 2 clips could not be used');
    const metrics = JSON.parse(await readFile(join(demo.folder, 'run/metrics.json'), 'utf8'));
    expect(metrics.skipped.map((clip: { code: string }) => clip.code).sort()).toEqual([
      'empty-file',
      'silent-clip',
    ]);
  });

  it('stops train when more than 5 % are like that', async () => {
    await cp(join(demo.folder, demoCorpus), join(demo.folder, 'ruined'), { recursive: true });
    const emotions = ['03', '04', '05'];
    for (const actor of ['01', '02', '03', '04']) {
      for (const emotion of emotions) {
        await writeFile(
          join(demo.folder, `ruined/Actor_${actor}/03-01-${emotion}-01-01-01-${actor}.wav`),
          '',
        );
      }
    }
    const options = ['--recipe', 'synthetic-voices', '--data', 'ruined', '--out', 'ruined-run'];
    const { code, stderr } = await ser('train', ...options);
    expect(code).toBe(1);
    expect(stderr).toContain('12 of 224 clips cannot be used, more than the 5 % allowed');
  });

  it('is found by corpora check', async () => {
    const { code, stdout } = await ser('corpora', 'check', 'ravdess', 'ruined', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).unreadable).toHaveLength(12);
  });
});

describe('a corpus folder that cannot be used ends with 1 and is named', () => {
  const folders = [
    ['gone', 'folder-not-found'],
    ['nothing', 'empty-folder'],
    ['emodb', 'wrong-corpus'],
  ] as const;

  it.each(folders)('%s: %s from train', async (folder, errorCode) => {
    const options = ['--recipe', 'ravdess-cnn', '--data', folder, '--out', 'never'];
    const { code, stdout } = await ser('train', ...options, '--json');
    expect(code).toBe(1);
    const { error } = JSON.parse(stdout);
    expect(error).toMatchObject({ code: errorCode, file: expect.stringContaining(folder) });
    expect(error.message).toContain(folder);
    expect(await ser('train', ...options)).toMatchObject({ code: 1, stdout: '', stderr: noTrace });
  });

  it.each(folders)('%s: %s from evaluate and corpora check', async (folder, errorCode) => {
    const evaluated = await ser('evaluate', '--model', demoModel, '--data', folder, '--json');
    expect(evaluated.code).toBe(1);
    expect(JSON.parse(evaluated.stdout).error.code).toBe(errorCode);
    const checked = await ser('corpora', 'check', 'ravdess', folder, '--json');
    expect(checked.code).toBe(1);
    expect(JSON.parse(checked.stdout).error.code).toBe(errorCode);
  });

  it('a label without clips: unknown-label', async () => {
    const options = ['--recipe', 'ravdess-cnn', '--data', demoCorpus, '--out', 'never', '--json'];
    const { code, stdout } = await ser('train', ...options);
    expect(code).toBe(1);
    const { error } = JSON.parse(stdout);
    expect(error.code).toBe('unknown-label');
    expect(error.message).toContain('calm, fear, disgust, surprise');
  });

  it('a run folder that holds something else: out-not-empty, and nothing of it is touched', async () => {
    const options = ['--recipe', 'synthetic-voices', '--data', demoCorpus, '--out', 'emodb', '--json'];
    const { code, stdout } = await ser('train', ...options);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).error).toMatchObject({
      code: 'out-not-empty',
      file: expect.stringContaining('emodb'),
    });
  });
});

describe('a model folder that cannot be used ends with 1 and is named', () => {
  it('that is not there: model-not-found', async () => {
    const { code, stdout } = await ser('predict', demoClip, '--model', 'no-model', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout).error).toMatchObject({
      code: 'model-not-found',
      file: expect.stringContaining('no-model'),
    });
  });

  it.each(['recognizer.json', 'cnn1d/model.json', 'cnn1d/weights.bin'])(
    'that lacks %s: model-part-missing',
    async (part) => {
      const lost = join(demo.folder, 'lost');
      await cp(join(demo.folder, demoModel), lost, { recursive: true });
      await rename(join(lost, part), join(demo.folder, `moved-${basename(part)}`));
      const { code, stdout } = await ser('predict', demoClip, '--model', 'lost', '--json');
      await rm(lost, { recursive: true });
      expect(code).toBe(1);
      expect(JSON.parse(stdout).error).toMatchObject({
        code: 'model-part-missing',
        message: expect.stringContaining(part),
      });
    },
  );

  it('with a damaged part: model-corrupt', async () => {
    await cp(join(demo.folder, demoModel), join(demo.folder, 'broken'), { recursive: true });
    await writeFile(join(demo.folder, 'broken/cnn1d/weights.bin'), 'short');
    const { code, stdout } = await ser('predict', demoClip, '--model', 'broken', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout).error).toMatchObject({
      code: 'model-corrupt',
      message: expect.stringContaining('weights.bin'),
    });
  });
});
