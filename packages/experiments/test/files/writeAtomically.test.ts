import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendDurably, isTemporaryName, writeAtomically } from '../../src/files/writeAtomically.js';
import { freshFolder } from '../tinyExperiment.js';

describe('writeAtomically', () => {
  it('replaces a file, creates its folder, and leaves no temporary file', async () => {
    const path = join(await freshFolder(), 'new', 'file.txt');
    for (const text of ['first', 'second']) {
      await writeAtomically(path, text);
      expect(await readFile(path, 'utf8')).toBe(text);
    }
    expect(await readdir(join(path, '..'))).toEqual(['file.txt']);
  });

  it('passes other errors of the system on, and leaves no temporary file', async () => {
    const path = join(await freshFolder(), 'folder');
    await mkdir(path);
    await expect(writeAtomically(path, 'text')).rejects.toMatchObject({ syscall: 'rename' });
    expect(await readdir(join(path, '..'))).toEqual(['folder']);
  });
});

describe('appendDurably', () => {
  it('appends', async () => {
    const path = join(await freshFolder(), 'log.jsonl');
    await appendDurably(path, 'a\n');
    await appendDurably(path, 'b\n');
    expect(await readFile(path, 'utf8')).toBe('a\nb\n');
  });

  it.skipIf(process.platform !== 'linux')('says if the disk is full', async () => {
    await expect(appendDurably('/dev/full', 'a\n')).rejects.toMatchObject({
      code: 'disk-full',
      file: '/dev/full',
      message: expect.stringMatching(/^There must be room for `\/dev\/full`; .* Free some space/),
      cause: { code: 'ENOSPC' },
    });
  });
});

it('recognizes temporary names', () => {
  expect(isTemporaryName('.recipe.json.6e1ccd65-6f2c-4f1c-8bd3-0f4f53bb2d24.part')).toBe(true);
  expect(isTemporaryName('.recipe.json.part')).toBe(false);
  expect(isTemporaryName('recipe.json')).toBe(false);
});
