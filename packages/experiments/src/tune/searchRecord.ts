import { join } from 'node:path';
import type { Split } from '@ser/datasets';
import type { Engine } from '@ser/models';
import { ExperimentError } from '../errors.js';
import { jsonText } from '../files/runFolder.js';
import { refuseDamaged } from '../files/sealed.js';
import type { Recipe } from '../recipe/recipe.js';
import { readTuningFile, tuningFiles, writeTuningFile } from './tuningFolder.js';

/** Everything that determines the results of the trials, as in `search.json`: a search can be resumed only with the same. */
export interface SearchRecord {
  readonly recipe: Recipe;
  readonly engine: Engine['name'];
  /** The split for the final test. */
  readonly outer: Split;
  /** The split for training and scoring trials. */
  readonly inner: Split;
}

/**
 * Starts a search in a folder, or checks that it is the search in that folder; the number of trials may be larger.
 *
 * @throws {SerError} `different-search`, with the difference; `damaged-checkpoint`
 */
export async function claimSearch(folder: string, record: SearchRecord): Promise<void> {
  const text = await readTuningFile(folder, tuningFiles.search);
  if (text === undefined) return writeTuningFile(folder, 'search', jsonText(record));
  const difference = differenceOf(parsed(folder, text), record);
  if (difference === undefined) return;
  throw new ExperimentError(
    'different-search',
    `\`out\` must be a new folder or contain the same search; got \`${folder}\`, with a search with ${difference}. Choose another folder.`,
    { file: folder },
  );
}

/** Without a checksum, because everything in it is compared. */
function parsed(folder: string, text: string): SearchRecord {
  const path = join(folder, tuningFiles.search);
  const fix = 'Choose another folder to start the search again.';
  try {
    return (JSON.parse(text) as SearchRecord | null) ?? refuseDamaged(path, fix);
  } catch {
    return refuseDamaged(path, fix);
  }
}

function differenceOf(there: SearchRecord, here: SearchRecord): string | undefined {
  if (there.recipe.seed !== here.recipe.seed) return `seed ${there.recipe.seed}, not ${here.recipe.seed}`;
  if (!isSame(plain(there.recipe), plain(here.recipe))) return `another recipe, \`${there.recipe.name}\``;
  if (there.engine !== here.engine) return `engine ${there.engine}, not ${here.engine}`;
  if (!isSame(there.outer, here.outer) || !isSame(there.inner, here.inner)) return 'other recordings';
  return undefined;
}

/** The recipe without the number of trials. */
function plain({ search, ...recipe }: Recipe): unknown {
  return { ...recipe, search: { ...search, trials: undefined } };
}

/** Compares JSON, because the earlier search was stored as JSON. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
