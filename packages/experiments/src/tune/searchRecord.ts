import type { Split } from '@ser/datasets';
import type { Engine } from '@ser/models';
import { ExperimentError } from '../errors.js';
import { jsonText } from '../files/runFolder.js';
import type { SingleRecipe } from '../recipe/recipe.js';
import { readTuningFile, tuningFiles, writeTuningFile } from './tuningFolder.js';

/** What decides the outcome of every trial, as `search.json` holds it: a search goes on only where all of it is the same. */
export interface SearchRecord {
  readonly recipe: SingleRecipe;
  readonly engine: Engine['name'];
  /** Who is tested at the end. */
  readonly outer: Split;
  /** Who is learnt from, and who trials are scored on. */
  readonly inner: Split;
}

/**
 * Begins a search in a folder, or makes sure that it is the one begun there. It may have got more trials since.
 *
 * @throws {SerError} `different-search`, saying in what it differs
 */
export async function claimSearch(folder: string, record: SearchRecord): Promise<void> {
  const text = await readTuningFile(folder, tuningFiles.search);
  if (text === undefined) return writeTuningFile(folder, 'search', jsonText(record));
  const difference = differenceOf(JSON.parse(text) as SearchRecord, record);
  if (difference === undefined) return;
  throw new ExperimentError(
    'different-search',
    `\`${folder}\` holds a search with ${difference}. Go on with that one, or name another folder.`,
    { file: folder },
  );
}

function differenceOf(there: SearchRecord, here: SearchRecord): string | undefined {
  if (there.recipe.seed !== here.recipe.seed) return `seed ${there.recipe.seed}, not ${here.recipe.seed}`;
  if (!isSame(plain(there.recipe), plain(here.recipe))) return `another recipe, \`${there.recipe.name}\``;
  if (there.engine !== here.engine) return `engine ${there.engine}, not ${here.engine}`;
  if (!isSame(there.outer, here.outer) || !isSame(there.inner, here.inner)) return 'other recordings';
  return undefined;
}

/** The recipe but for how many trials there are. */
function plain({ search, ...recipe }: SingleRecipe): unknown {
  return { ...recipe, search: { ...search, trials: undefined } };
}

/** As JSON, which is how the former search was kept. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
