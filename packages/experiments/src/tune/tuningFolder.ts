import { join } from 'node:path';
import { ExperimentError } from '../errors.js';
import { entriesOf, readIfThere, writeWhole } from '../files/runFolder.js';

/** The files of a search's folder. */
export const tuningFiles = {
  /** What is searched, on whom: tells whether a search may go on here. */
  search: 'search.json',
  /** One finished training a line. */
  trials: 'trials.jsonl',
  /** What trial processes leave for each other; gone when the search is done. */
  features: 'features',
  /** A recipe that `run` takes. */
  best: 'best-recipe.json',
  /** The run folder of that recipe, tested on the speakers that the search never heard. */
  run: 'best',
  tuning: 'tuning.json',
  report: 'tuning.html',
} as const;

/**
 * Makes sure, before hours of work, that a search can be written here: the folder is made when absent; it must be
 * empty or hold a search.
 *
 * @throws {SerError} `out-not-empty` when it holds anything else, `out-not-writable` when it is no folder or
 *   may not be written to
 */
export async function claimTuningFolder(folder: string): Promise<void> {
  const entries = await entriesOf(folder);
  if (entries.length === 0 || entries.includes(tuningFiles.search)) return;
  throw new ExperimentError(
    'out-not-empty',
    `\`out\` must be empty, absent or a former search, but \`${folder}\` holds ${entries.slice(0, 3).join(', ')}` +
      `${entries.length > 3 ? ', …' : ''}. Name another folder.`,
    { file: folder },
  );
}

/** Writes a file of the folder in one go. */
export async function writeTuningFile(
  folder: string,
  file: keyof typeof tuningFiles,
  text: string,
): Promise<void> {
  await writeWhole(join(folder, tuningFiles[file]), text);
}

/** The text of a file of the folder, or of the run in it; `undefined` when there is none. */
export async function readTuningFile(
  folder: string,
  ...path: readonly string[]
): Promise<string | undefined> {
  return (await readIfThere(join(folder, ...path)))?.toString('utf8');
}
