import { join } from 'node:path';
import type { FolderLock } from '../files/folderLock.js';
import { claimFolder } from '../files/runFolder.js';
import { readIfExists } from '../files/sealed.js';
import { writeAtomically } from '../files/writeAtomically.js';

/** The files in the folder of a search. */
export const tuningFiles = {
  /** What is searched, and on which speakers: to check whether a search can be continued. */
  search: 'search.json',
  /** One finished training per line. */
  trials: 'trials.jsonl',
  /** Features that trial processes share; deleted at the end of the search. */
  features: 'features',
  /** The best recipe, for `run`. */
  best: 'best-recipe.json',
  /** The run folder of that recipe, tested on speakers that were not used in the search. */
  run: 'best',
  tuning: 'tuning.json',
  report: 'tuning.html',
} as const;

/**
 * Checks, before hours of work, that a search can be written here, and locks the folder. A missing folder is created; an
 * existing one must be empty or contain a search.
 *
 * @throws {SerError} `out-not-empty` if it contains anything else, `out-not-writable` if it is not a folder or is not
 *   writable, `out-in-use` if another process writes to it
 */
export async function claimTuningFolder(folder: string): Promise<FolderLock> {
  return claimFolder(folder, 'search', (entries) => entries.includes(tuningFiles.search));
}

/** Writes a file of the folder atomically. */
export async function writeTuningFile(
  folder: string,
  file: keyof typeof tuningFiles,
  text: string,
): Promise<void> {
  await writeAtomically(join(folder, tuningFiles[file]), text);
}

/** The text of a file in the folder, or in the run in it; `undefined` if it does not exist. */
export async function readTuningFile(
  folder: string,
  ...path: readonly string[]
): Promise<string | undefined> {
  return (await readIfExists(join(folder, ...path)))?.toString('utf8');
}
