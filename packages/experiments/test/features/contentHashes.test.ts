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
  const first = await hashes.hashOfPart('0-1 ', file);
  expect(await hashes.hashOfPart('1-2 ', file)).not.toBe(first);
  await write('two'); // of the same size and date: the file is not read again
  expect(await hashes.hashOfPart('0-1 ', file)).toBe(first);
  await write('other');
  expect(await hashes.hashOfPart('0-1 ', file)).not.toBe(first);
  await rm(file);
  await expect(hashes.hashOfPart('0-1 ', file)).rejects.toThrow('ENOENT');
});

it('hashes a whole file each time', async () => {
  const file = join(await mkdtemp(join(inject('temporaryFolder'), 'content-')), 'a.wav');
  await writeFile(file, 'one');
  const hashes = new ContentHashes();
  const first = await hashes.hashOfFile('', file);
  await writeFile(file, 'two');
  expect(await hashes.hashOfFile('', file)).not.toBe(first);
});
