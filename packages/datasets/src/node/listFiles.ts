import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { DatasetError } from '../errors.js';
import { isSystemFile } from '../files/audioFileName.js';

/**
 * All files in a folder and its subfolders, as sorted paths relative to it with `/` between folders.
 *
 * Links are followed, but each folder is entered once. System files, such as `.DS_Store`, are skipped, and so are
 * pipes, sockets, and devices, because reading them may never end. Names that are not UTF-8 are listed with U+FFFD in
 * place of what cannot be decoded, so that the error of reading such a file names it.
 *
 * @throws {SerError} `folder-not-found`, also if the path is a file or cannot be opened
 */
export async function listFiles(folder: string, signal?: AbortSignal): Promise<readonly string[]> {
  await requireFolder(folder);
  const files: string[] = [];
  const entered = new Set<string>();

  /** @param current the path of the folder in bytes, which may not be UTF-8 */
  async function enter(prefix: string, current: Buffer): Promise<void> {
    signal?.throwIfAborted();
    const real = (await realpath(current, 'buffer')).toString('latin1');
    if (entered.has(real)) return;
    entered.add(real);
    for (const entry of await entriesOf(current)) {
      const path = `${prefix}${entry.name.toString()}`;
      if (isSystemFile(path)) continue;
      const place = Buffer.concat([current, Buffer.from(sep), entry.name]);
      const kind = await kindOf(entry, place);
      if (kind === 'folder') await enter(`${path}/`, place);
      if (kind === 'file') files.push(path);
    }
  }

  await enter('', Buffer.from(folder));
  return files.sort();
}

/** An entry of a folder, with its name in bytes. */
type Entry = Omit<Dirent, 'name'> & { readonly name: Buffer };

async function requireFolder(folder: string): Promise<void> {
  const fix = 'Pass the folder that contains the recordings.';
  let found;
  try {
    found = await stat(folder);
  } catch (cause) {
    throw new DatasetError('folder-not-found', `There is no folder \`${folder}\`. ${fix}`, {
      file: folder,
      cause,
    });
  }
  if (!found.isDirectory()) {
    throw new DatasetError('folder-not-found', `\`${folder}\` is a file, not a folder. ${fix}`, {
      file: folder,
    });
  }
}

async function entriesOf(place: Buffer): Promise<readonly Entry[]> {
  try {
    const entries: readonly unknown[] = await readdir(place, { withFileTypes: true, encoding: 'buffer' });
    return entries as readonly Entry[];
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const folder = place.toString();
    const message = `The folder \`${folder}\` cannot be opened (${code}). Change its permissions, or move it out of the corpus.`;
    throw new DatasetError('folder-not-found', message, { file: folder, cause });
  }
}

async function kindOf(entry: Entry, path: Buffer): Promise<'folder' | 'file' | 'other'> {
  const found = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
  // a broken link stays in the list, so that the error of reading it names it
  if (found === undefined || found.isFile()) return 'file';
  return found.isDirectory() ? 'folder' : 'other';
}
