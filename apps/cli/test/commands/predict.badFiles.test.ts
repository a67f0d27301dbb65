import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../makeFolder.js';
import { runSer } from '../runSer.js';
import { syllables } from '../syllables.js';
import { writeTinyModel } from '../tinyModel.js';

const lfsPointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a21\nsize 12345\n';
/** The header of an MP3 frame of 417 bytes. */
const mp3Header = [0xff, 0xfb, 0x90, 0xc0];

/** Bad recordings, each with the code of its error. */
const badFiles = [
  ['missing.wav', 'file-not-found'],
  ['empty.wav', 'empty-file'],
  ['truncated.wav', 'truncated-file'],
  ['text.wav', 'not-audio'],
  ['pointer.wav', 'git-lfs-pointer'],
  ['folder.wav', 'file-unreadable'],
] as const;

function isInstalled(packageName: string): boolean {
  try {
    createRequire(import.meta.url).resolve(packageName);
    return true;
  } catch {
    return false;
  }
}

let folder: string;

beforeAll(async () => {
  folder = await makeFolder('bad-files');
  const at = (path: string) => join(folder, path);
  await writeTinyModel(folder);
  await writeWav(at('clip.wav'), syllables(300, 1));
  await writeWav(at('silent.wav'), { samples: new Float32Array(16_000), sampleRate: 16_000 });
  await writeFile(at('empty.wav'), '');
  await writeFile(at('truncated.wav'), (await readFile(at('clip.wav'))).subarray(0, 4000));
  await writeFile(at('text.wav'), 'This is not a recording.\n');
  await writeFile(at('pointer.wav'), lfsPointer);
  await mkdir(at('folder.wav'));
  await writeFile(
    at('call.mp3'),
    Uint8Array.from({ length: 3 * 417 }, (_, i) => mp3Header[i % 417] ?? 0),
  );
});

const predict = (...argv: readonly string[]) =>
  runSer(['predict', ...argv, '--model', 'model', '--engine', 'tfjs-cpu'], { cwd: folder });
const noTrace = expect.not.stringMatching(/^\s+at /m);

describe('ser predict with an unusable recording', () => {
  it.each(badFiles)('names %s, gives the code %s, and ends with 1', async (file, errorCode) => {
    const json = await predict(file, '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toEqual([
      { file, error: { code: errorCode, message: expect.any(String) } },
    ]);
    const text = await predict(file);
    expect(text).toMatchObject({ code: 1, stdout: '', stderr: noTrace });
    expect(text.stderr).toMatch(new RegExp(`^error: .*${file.replace('.', '\\.')}`, 'm'));
  });

  it.skipIf(isInstalled('mpg123-decoder'))(
    'names the format of an MP3 file and the package to install (needs mpg123-decoder absent)',
    async () => {
      const { code, stderr } = await predict('call.mp3');
      expect(code).toBe(1);
      expect(stderr).toMatch(/^error: .*call\.mp3: .*MP3/m);
      expect(stderr).toContain('`npm install mpg123-decoder`');
      expect(stderr).toContain('`ffmpeg -i in out.wav`');
    },
  );

  it('says that a pattern matches nothing', async () => {
    const { code, stderr } = await predict('*.ogg');
    expect(code).toBe(1);
    expect(stderr).toContain('error: No file matches `*.ogg`. Check the folder');
  });

  it('still predicts the other files', async () => {
    const files = ['empty.wav', 'clip.wav', 'silent.wav'];
    const { code, stdout } = await predict(...files, '--json');
    expect(code).toBe(1);
    const results = JSON.parse(stdout) as { file: string; label?: string }[];
    expect(results.map(({ file }) => file)).toEqual(files);
    expect(results[1]!.label).toMatch(/\w+/);
    expect(results[2]!.label).toBe('no speech');
  });
});
