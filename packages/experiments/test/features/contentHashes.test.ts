import { createHash } from 'node:crypto';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { ContentHashes } from '../../src/features/contentHashes.js';

it('hashes a file of many parts once, and again if it has changed', async () => {
  const file = join(await mkdtemp(join(inject('temporaryFolder'), 'content-')), 'a.wav');
  const date = new Date(1e12);
  const write = async (text: string) => {
    await writeFile(file, text);
    await utimes(file, date, date);
  };
  await write('one');
  const hashes = new ContentHashes();
  const part = { file, start: 0, end: 1 };
  const first = await hashes.hashesOf(['0-1 '], part);
  expect(await hashes.hashesOf(['1-2 '], part)).not.toEqual(first);
  await write('two'); // of the same size and date: the file is not read again
  expect(await hashes.hashesOf(['0-1 '], part)).toEqual(first);
  await write('other');
  expect(await hashes.hashesOf(['0-1 '], part)).not.toEqual(first);
  await rm(file);
  await expect(hashes.hashesOf(['0-1 '], part)).rejects.toThrow('ENOENT');
});

it('hashes a whole file each time', async () => {
  const file = join(await mkdtemp(join(inject('temporaryFolder'), 'content-')), 'a.wav');
  await writeFile(file, 'one');
  const hashes = new ContentHashes();
  const first = await hashes.hashesOf([''], { file });
  await writeFile(file, 'two');
  expect(await hashes.hashesOf([''], { file })).not.toEqual(first);
});

it('hashes the same content with several texts', async () => {
  const file = join(await mkdtemp(join(inject('temporaryFolder'), 'content-')), 'a.wav');
  await writeFile(file, 'content');
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const hashes = new ContentHashes();
  expect(await hashes.hashesOf(['a ', 'b '], { file })).toEqual([sha256('a content'), sha256('b content')]);
  const ofContent = sha256('content');
  expect(await hashes.hashesOf(['a ', 'b '], { file, end: 1 })).toEqual([
    sha256(`a ${ofContent}`),
    sha256(`b ${ofContent}`),
  ]);
});
