import { join } from 'node:path';
import { ExperimentError } from '../errors.js';
import { entriesOf, readIfExists, writeAtomically } from '../files/runFolder.js';

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
 * Checks, before hours of work, that a search can be written here. A missing folder is created; an existing one must be
 * empty or contain a search.
 *
 * @throws {SerError} `out-not-empty` if it contains anything else, `out-not-writable` if it is not a folder or is not
 *   writable
 */
export async function claimTuningFolder(folder: string): Promise<void> {
  const entries = await entriesOf(folder);
  if (entries.length === 0 || entries.includes(tuningFiles.search)) return;
  throw new ExperimentError(
    'out-not-empty',
    `\`out\` must be a new or empty folder, or one with an earlier search; got \`${folder}\`, which contains ` +
      `${entries.slice(0, 3).join(', ')}${entries.length > 3 ? ', …' : ''}. Choose another folder.`,
    { file: folder },
  );
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
