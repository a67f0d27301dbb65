import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemFile } from '../audioFileName.js';
import { DatasetError } from '../errors.js';

/**
 * All files below a folder, as paths seen from it with `/` between folders, in the order of their names.
 *
 * Links are followed, each folder is entered once, and what an operating system leaves behind is passed over.
 *
 * @throws {SerError} `folder-not-found`, also when the path is a file or may not be opened
 */
export async function listFiles(folder: string, signal?: AbortSignal): Promise<readonly string[]> {
  await requireFolder(folder);
  const files: string[] = [];
  const entered = new Set<string>();

  async function enter(prefix: string): Promise<void> {
    signal?.throwIfAborted();
    const here = join(folder, prefix);
    const real = await realpath(here);
    if (entered.has(real)) return;
    entered.add(real);
    for (const entry of await entriesOf(here)) {
      const path = `${prefix}${entry.name}`;
      if (isSystemFile(path)) continue;
      if (await isFolder(entry, join(folder, path))) await enter(`${path}/`);
      else files.push(path);
    }
  }

  await enter('');
  return files.sort();
}

async function requireFolder(folder: string): Promise<void> {
  const mend = 'Give the folder that holds the recordings.';
  let found;
  try {
    found = await stat(folder);
  } catch (cause) {
    throw new DatasetError('folder-not-found', `There is no folder \`${folder}\`. ${mend}`, {
      file: folder,
      cause,
    });
  }
  if (!found.isDirectory()) {
    throw new DatasetError('folder-not-found', `\`${folder}\` is a file, not a folder. ${mend}`, {
      file: folder,
    });
  }
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const message = `The folder \`${folder}\` cannot be opened (${code}). Allow reading it, or move it out of the corpus.`;
    throw new DatasetError('folder-not-found', message, { file: folder, cause });
  }
}

async function isFolder(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false; // a link to nowhere stays in the list, so that reading it tells which one
  }
}
