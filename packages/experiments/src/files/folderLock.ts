import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { ExperimentError } from '../errors.js';
import { stateOf, thisProcess, type ProcessIdentity } from './processIdentity.js';

/** The lock file in a folder that is being written. */
export const lockFile = '.ser.lock';

/** How often a live lock is touched, in milliseconds. */
const heartbeat = 30_000;

/** The age in milliseconds after which a lock is stale if its process cannot be examined. */
const staleAfter = 10 * 60_000;

/** Who writes to a folder. */
interface Holder extends ProcessIdentity {
  /** When the lock was taken, as ISO 8601. */
  readonly since: string;
  /** Identifies this lock. */
  readonly id: string;
}

/**
 * A folder that only one process writes to. The lock file names the process. The lock of a process that has ended is
 * taken over: one of this machine is recognized by its pid and start time, any other by a lock file that nobody has
 * touched for ten minutes. Release it when done.
 */
export class FolderLock {
  readonly #path: string;
  readonly #id: string;
  readonly #timer: NodeJS.Timeout;

  private constructor(path: string, id: string) {
    this.#path = path;
    this.#id = id;
    this.#timer = setInterval(() => void touch(path), heartbeat).unref();
  }

  /**
   * @param folder an existing folder
   * @throws {SerError} `out-in-use` if another process, or another run of this one, writes to the folder
   */
  static async acquire(folder: string): Promise<FolderLock> {
    const path = join(folder, lockFile);
    const holder: Holder = { ...(await thisProcess()), since: new Date().toISOString(), id: randomUUID() };
    for (;;) {
      if (await created(path, holder)) return new FolderLock(path, holder.id);
      const other = await read(path);
      if (other === undefined) continue; // released in the meantime
      if (await isLive(path, other)) refuse(folder, path, other);
      await remove(path, other);
    }
  }

  async release(): Promise<void> {
    clearInterval(this.#timer);
    const text = await read(this.#path);
    if (text !== undefined && parsed(text)?.id === this.#id) await rm(this.#path, { force: true });
  }
}

/** Whether this process has created the lock file; `false` if it exists already. */
async function created(path: string, holder: Holder): Promise<boolean> {
  try {
    const handle = await open(path, 'wx');
    try {
      await handle.writeFile(`${JSON.stringify(holder)}\n`);
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function isLive(path: string, text: string): Promise<boolean> {
  const holder = parsed(text);
  const state = holder === undefined ? 'unknown' : await stateOf(holder); // no holder: it is being written
  if (state !== 'unknown') return state === 'running';
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
  return Date.now() - mtimeMs < staleAfter;
}

/** Removes a stale lock. If another process has replaced it in the meantime, that lock is put back. */
async function remove(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}.part`;
  await rename(path, aside).catch(() => undefined); // another process was faster
  const moved = await read(aside);
  if (moved !== undefined && moved !== stale) await rename(aside, path);
  await rm(aside, { force: true });
}

async function read(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

function parsed(text: string): Holder | undefined {
  try {
    const { pid, host, pidSpace, start, since, id } = JSON.parse(text) as Partial<Holder>;
    if (pid === undefined || host === undefined || pidSpace === undefined) return undefined;
    if (since === undefined || id === undefined) return undefined;
    return { pid, host, pidSpace, since, id, ...(start !== undefined && { start }) };
  } catch {
    return undefined;
  }
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => undefined); // the next heartbeat may succeed
}

function refuse(folder: string, path: string, text: string): never {
  const holder = parsed(text);
  const who = holder
    ? `process ${holder.pid} on ${holder.host}, which has written to it since ${holder.since}`
    : 'another process, which has just begun to write to it';
  throw new ExperimentError(
    'out-in-use',
    `\`out\` must be a folder that nothing else writes to; got \`${folder}\`, in use by ${who}. Wait until it ends, or ` +
      `choose another folder. If that process no longer exists, delete \`${path}\`.`,
    { file: folder },
  );
}
