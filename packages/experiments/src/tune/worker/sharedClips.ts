import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Fold } from '@ser/datasets';
import type { Listing } from '../../data/listing.js';
import { augment } from '../../features/augment.js';
import { extract } from '../../features/extract.js';
import type { ExtractedClips } from '../../features/extract.js';
import type { WorkOptions } from '../../features/workClips.js';
import { readIfThere, writeWhole } from '../../files/runFolder.js';
import type { SingleRecipe } from '../../recipe/recipe.js';
import { foldRows } from '../../training/foldRows.js';

export interface SharedClipsOptions extends WorkOptions {
  readonly listing: Listing;
  /** Its training clips get the recipe's altered copies. */
  readonly fold: Fold;
  /** Where processes leave features for each other; made when absent. */
  readonly folder: string;
}

/**
 * The features of a recipe's clips, copies included: read from the file that another process has left, else computed
 * and left for the others. Two processes that compute the same at a time write the same file.
 */
export async function sharedClips(
  recipe: SingleRecipe,
  options: SharedClipsOptions,
): Promise<ExtractedClips> {
  const file = join(options.folder, `${sharedKey(recipe)}.clips`);
  const left = await readIfThere(file);
  if (left !== undefined) return deserialize(left) as ExtractedClips;
  const clips = await describe(recipe, options);
  await writeWhole(file, serialize(clips));
  return clips;
}

/** What recipes with the same features and copies have in common. */
export function sharedKey({ features, augmentation, seed, maxUnreadable }: SingleRecipe): string {
  const text = JSON.stringify([features, augmentation, seed, maxUnreadable]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

async function describe(recipe: SingleRecipe, options: SharedClipsOptions): Promise<ExtractedClips> {
  const { listing, fold, workers, signal, onEvent } = options;
  const work = { ...recipe, workers, signal, onEvent };
  const clips = await extract(listing, work);
  return augment(listing, clips, { ...work, rows: foldRows(fold, clips).train });
}
