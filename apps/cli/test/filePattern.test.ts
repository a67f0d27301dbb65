import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isPattern, matchPattern } from '../src/filePattern.js';
import { makeFolder } from './makeFolder.js';

let folder: string;

beforeAll(async () => {
  folder = await makeFolder('patterns');
  await mkdir(join(folder, 'a1'));
  await mkdir(join(folder, 'a2'));
  await mkdir(join(folder, 'folder.wav'));
  const files = ['b.wav', 'a.wav', 'a.flac', '._a.wav', 'x(1).wav', 'a1/c.wav', 'a2/d.wav'];
  await Promise.all(files.map((file) => writeFile(join(folder, file), '')));
});

describe('isPattern', () => {
  it.each([
    ['*.wav', true],
    ['clip?.wav', true],
    ['clip[1].wav', false],
  ])('%s: %s', (name, expected) => {
    expect(isPattern(name)).toBe(expected);
  });
});

describe('matchPattern', () => {
  it.each([
    ['*.wav', ['a.wav', 'b.wav', 'x(1).wav']],
    ['a.*', ['a.flac', 'a.wav']],
    ['?.wav', ['a.wav', 'b.wav']],
    ['a*/*.wav', ['a1/c.wav', 'a2/d.wav']],
    ['*(1).wav', ['x(1).wav']],
    ['*/missing.wav', []],
    ['missing/*.wav', []],
  ])('expands %s to sorted files, without folders and hidden files', async (pattern, files) => {
    const found = await matchPattern(`${folder}/${pattern}`);
    expect(found.map((path) => relative(folder, path).replaceAll('\\', '/'))).toEqual(files);
  });

  it('is relative if the pattern is', async () => {
    const pattern = `${relative(process.cwd(), folder)}/?.wav`;
    const expected = ['a.wav', 'b.wav'].map((file) => join(relative(process.cwd(), folder), file));
    expect(await matchPattern(pattern)).toEqual(expected);
  });
});
