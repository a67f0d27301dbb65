import { mkdir, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { readCorpusCard } from '@ser/datasets/node';
import { SyntheticError } from '../errors.js';
import { syntheticCard } from './syntheticCard.js';

/**
 * Creates a folder, or checks that it contains only clips to be replaced, so that no other files are overwritten or
 * mixed with synthetic clips.
 *
 * @param planned paths of the clips to be written, with forward slashes
 * @throws {SerError} `folder-in-use` if the path is a file, or the folder contains other files or other clips
 */
export async function claimFolder(folder: string, planned: ReadonlySet<string>): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw inUse(folder, `it cannot be created (${(cause as NodeJS.ErrnoException).code})`, cause);
  }
  const present = await filesIn(folder);
  const [first] = present;
  if (first === undefined) return;
  if (!(await isSynthetic(folder))) {
    throw inUse(folder, `it contains \`${first}\` and is not a synthetic corpus`);
  }
  const stray = present.find((file) => file.endsWith('.wav') && !planned.has(file));
  if (stray !== undefined) throw inUse(folder, `it contains \`${stray}\`, which is not part of this corpus`);
}

/** Sorted paths relative to the folder, with forward slashes. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && entry.name !== '.DS_Store')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}

async function isSynthetic(folder: string): Promise<boolean> {
  try {
    return (await readCorpusCard(folder))?.title === syntheticCard.title;
  } catch {
    return false; // not a card that this package wrote
  }
}

function inUse(folder: string, reason: string, cause?: unknown): SyntheticError {
  const message = `A synthetic corpus cannot be written to \`${folder}\`: ${reason}. Use a new or an empty folder.`;
  return new SyntheticError('folder-in-use', message, { file: folder, cause });
}
