import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeAtomically } from '../src/writeAtomically.js';
import { makeFolder } from './makeFolder.js';

describe('writeAtomically', () => {
  it('replaces a file, and creates its folder', async () => {
    const folder = join(await makeFolder('atomic'), 'new');
    await writeAtomically(join(folder, 'a.csv'), 'first');
    await writeAtomically(join(folder, 'a.csv'), 'second');
    expect(await readdir(folder)).toEqual(['a.csv']);
    expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe('second');
  });

  it('leaves no temporary file if it fails', async () => {
    const folder = await makeFolder('not-atomic');
    await mkdir(join(folder, 'a.csv'));
    await expect(writeAtomically(join(folder, 'a.csv'), 'text')).rejects.toMatchObject({ syscall: 'rename' });
    expect(await readdir(folder)).toEqual(['a.csv']);
  });
});
