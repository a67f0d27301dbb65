import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expandPatterns, inputPath } from '../src/inputFiles.js';
import { makeFolder } from './makeFolder.js';
import { testIo } from './runSer.js';

const isWindows = process.platform === 'win32';
let cwd: string;
let server: Server | undefined;

beforeAll(async () => {
  cwd = await makeFolder('inputs');
  await writeFile(join(cwd, 'b.wav'), '');
  await writeFile(join(cwd, 'a.wav'), '');
  if (isWindows) return;
  await writeFile(join(cwd, 'take*.wav'), '');
  await writeFile(join(cwd, 'take2.wav'), '');
  execFileSync('mkfifo', [join(cwd, 'pipe.wav')]);
  server = createServer();
  await new Promise<void>((resolve) => server!.listen(join(cwd, 's'), resolve));
});

afterAll(() => void server?.close());

describe('expandPatterns', () => {
  it('expands a pattern relative to the folder of the user', async () => {
    expect(await expandPatterns(testIo({ cwd }), ['?.wav', 'missing.wav'])).toEqual([
      'a.wav',
      'b.wav',
      'missing.wav',
    ]);
  });

  it('keeps a pattern that matches nothing, so that it is reported', async () => {
    expect(await expandPatterns(testIo({ cwd }), ['*.mp3'])).toEqual(['*.mp3']);
  });

  it.skipIf(isWindows)('keeps the name of an existing file (Windows has no such names)', async () => {
    expect(await expandPatterns(testIo({ cwd }), ['take*.wav'])).toEqual(['take*.wav']);
  });
});

describe('inputPath', () => {
  it('gives the path of a file, and leaves a missing one to its reader', async () => {
    expect(await inputPath(testIo({ cwd }), 'a.wav')).toBe(join(cwd, 'a.wav'));
    expect(await inputPath(testIo({ cwd }), 'missing.wav')).toBe(join(cwd, 'missing.wav'));
  });

  it('says that a pattern matches nothing', async () => {
    await expect(inputPath(testIo({ cwd }), '*.mp3')).rejects.toMatchObject({
      code: 'file-not-found',
      message: 'No file matches `*.mp3`. Check the folder and the ending of the pattern.',
    });
  });

  it('rejects a folder', async () => {
    await expect(inputPath(testIo({ cwd }), '.')).rejects.toMatchObject({
      code: 'file-unreadable',
      message: '.: Expected a file; got a folder. Pass the files in it, for example `FOLDER/*.wav`.',
    });
  });

  it.skipIf(isWindows).each([
    ['pipe.wav', 'a pipe'],
    ['s', 'a socket'],
    ['/dev/zero', 'a device'],
  ])('rejects %s, which could never end (needs a Unix system)', async (file, kind) => {
    await expect(inputPath(testIo({ cwd }), file)).rejects.toMatchObject({
      code: 'file-unreadable',
      message: expect.stringContaining(`${file}: Expected a file; got ${kind}. Save its content`),
    });
  });
});
