import { spawnSync } from 'node:child_process';
import { readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderLock, lockFile } from '../../src/files/folderLock.js';
import { thisProcess } from '../../src/files/processIdentity.js';
import { freshFolder } from '../tinyExperiment.js';

/** A folder with the lock of another process, touched so many minutes ago. */
async function lockedFolder(holder: object, minutes = 0): Promise<string> {
  const folder = await freshFolder();
  const path = join(folder, lockFile);
  const whole = { ...(await thisProcess()), since: '2026-01-01T00:00:00.000Z', id: 'other', ...holder };
  await writeFile(path, JSON.stringify(whole));
  const time = new Date(Date.now() - minutes * 60_000);
  await utimes(path, time, time);
  return folder;
}

const endedPid = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('FolderLock', () => {
  it('has one holder at a time', async () => {
    const folder = await freshFolder();
    const lock = await FolderLock.acquire(folder);
    await expect(FolderLock.acquire(folder)).rejects.toMatchObject({
      code: 'out-in-use',
      file: folder,
      message: expect.stringContaining(`in use by process ${process.pid} on ${hostname()}`),
    });
    await lock.release();
    await (await FolderLock.acquire(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is given to one of many that ask at the same time, also if a stale lock is there', async () => {
    const folder = await lockedFolder({ pid: endedPid() }, 60);
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => FolderLock.acquire(folder)));
    const given = asked.filter((answer) => answer.status === 'fulfilled');
    expect(given).toHaveLength(1);
    await given[0]!.value.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is taken over from a process that has ended', async () => {
    const folder = await lockedFolder({ pid: endedPid() }, 60);
    await (await FolderLock.acquire(folder)).release();
  });

  it.skipIf(process.platform !== 'linux').each([
    ['has ended, at once', { pid: endedPid() }],
    ['had the pid of another process', { start: '1' }],
  ])('is taken over from a process that %s', async (_, holder) => {
    const folder = await lockedFolder(holder);
    await (await FolderLock.acquire(folder)).release();
  });

  it('of a process that cannot be examined is taken over if it was not touched for ten minutes', async () => {
    const elsewhere = { host: 'cluster-7', pidSpace: 'cluster-7' };
    await expect(FolderLock.acquire(await lockedFolder(elsewhere, 9))).rejects.toMatchObject({
      code: 'out-in-use',
      message: expect.stringContaining(
        `in use by process ${process.pid} on cluster-7, which has written to it since 2026-01-01T00:00:00.000Z`,
      ),
    });
    await (await FolderLock.acquire(await lockedFolder(elsewhere, 11))).release();
  });

  it('that is not complete is treated as new', async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, lockFile), '');
    await expect(FolderLock.acquire(folder)).rejects.toThrow('by another process, which has just begun');
  });

  it('is not removed by a holder that has lost it', async () => {
    const folder = await freshFolder();
    const lock = await FolderLock.acquire(folder);
    await writeFile(join(folder, lockFile), '{"id":"other"}');
    await lock.release();
    expect(await readFile(join(folder, lockFile), 'utf8')).toBe('{"id":"other"}');
  });
});
