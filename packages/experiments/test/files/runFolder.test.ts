import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimRunFolder, clearRunFolder, jsonText, writeRunFile } from '../../src/files/runFolder.js';
import { freshFolder } from '../tinyExperiment.js';

describe('a run folder', () => {
  it('is created if missing', async () => {
    const folder = join(await freshFolder(), 'runs', 'first');
    const lock = await claimRunFolder(folder, 'run');
    expect(await readdir(folder)).toEqual(['.ser.lock']);
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('may contain an earlier run, whose files are deleted; others are kept', async () => {
    const folder = await freshFolder();
    await writeRunFile(folder, 'recipe', '{}');
    await writeRunFile(folder, 'split', '{}');
    await writeRunFile(folder, 'metrics', '{}');
    await writeFile(join(folder, 'notes.txt'), 'mine');
    const lock = await claimRunFolder(folder, 'run');
    await clearRunFolder(folder);
    await lock.release();
    expect(await readdir(folder)).toEqual(['notes.txt']);
  });

  it('may contain an interrupted run, and what a killed process has left', async () => {
    const folder = await freshFolder();
    await mkdir(join(folder, 'checkpoints'));
    await writeFile(join(folder, 'checkpoints/run.json'), '');
    await writeFile(join(folder, 'split.json'), '');
    await writeFile(join(folder, '.recipe.json.6e1ccd65-6f2c-4f1c-8bd3-0f4f53bb2d24.part'), '{');
    const lock = await claimRunFolder(folder, 'run');
    await lock.release();
    expect((await readdir(folder)).sort()).toEqual(['checkpoints', 'split.json']);
  });

  it('has one writer', async () => {
    const folder = await freshFolder();
    const lock = await claimRunFolder(folder, 'run');
    await expect(claimRunFolder(folder, 'run')).rejects.toMatchObject({ code: 'out-in-use', file: folder });
    await lock.release();
    await (await claimRunFolder(folder, 'run')).release();
  });

  it('may not contain anything else', async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, 'thesis.tex'), '');
    await expect(claimRunFolder(folder, 'run')).rejects.toMatchObject({
      code: 'out-not-empty',
      file: folder,
      message: expect.stringContaining('thesis.tex'),
    });
  });

  it('may not contain only a recipe', async () => {
    const folder = await freshFolder();
    await writeRunFile(folder, 'recipe', '{}');
    await expect(claimRunFolder(folder, 'run')).rejects.toMatchObject({ code: 'out-not-empty' });
  });

  it('of a run is not overwritten by an evaluation', async () => {
    const folder = await freshFolder();
    for (const file of ['recipe', 'split', 'metrics'] as const) await writeRunFile(folder, file, '{}');
    await expect(claimRunFolder(folder, 'evaluation')).rejects.toMatchObject({ code: 'out-not-empty' });
  });

  it('may not be a file', async () => {
    const file = join(await freshFolder(), 'file');
    await writeFile(file, '');
    await expect(claimRunFolder(file, 'run')).rejects.toMatchObject({ code: 'out-not-writable', file });
  });

  it('receives complete files, and no temporary ones', async () => {
    const folder = await freshFolder();
    await writeRunFile(folder, 'metrics', jsonText({ uar: 0.5 }));
    expect(await readdir(folder)).toEqual(['metrics.json']);
    expect(await readFile(join(folder, 'metrics.json'), 'utf8')).toBe('{\n  "uar": 0.5\n}\n');
  });
});
