import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Fold } from '@ser/datasets';
import type { Listing } from '../../data/listing.js';
import { augment } from '../../features/augment.js';
import { extract } from '../../features/extract.js';
import type { ExtractedClips } from '../../features/extractedClips.js';
import type { WorkOptions } from '../../features/workClips.js';
import { readIfExists, seal, unseal } from '../../files/sealed.js';
import { writeAtomically } from '../../files/writeAtomically.js';
import type { Recipe } from '../../recipe/recipe.js';
import { foldRows } from '../../training/foldRows.js';

export interface SharedClipsOptions extends WorkOptions {
  readonly listing: Listing;
  /** Its training clips get the recipe's augmented copies. */
  readonly fold: Fold;
  /** The folder in which processes share features; created if missing. */
  readonly folder: string;
}

/**
 * The features of a recipe's clips, including augmented copies: read from the file of another process, or computed and
 * written for the others. Processes that compute the same features at the same time write the same file.
 *
 * @param recipe with one member
 */
export async function sharedClips(recipe: Recipe, options: SharedClipsOptions): Promise<ExtractedClips> {
  const file = join(options.folder, `${sharedKey(recipe)}.clips`);
  const stored = await readIfExists(file);
  const intact = stored && unseal(stored);
  if (intact) return deserialize(intact) as ExtractedClips;
  if (stored) options.onEvent?.({ type: 'warning', code: 'cache-damaged', message: damagedText(file) });
  const cache = options.jobs ? undefined : clipCache(options.folder); // results of jobs are in their store
  const clips = await compute(recipe, { ...options, cache });
  await writeAtomically(file, seal(serialize(clips)));
  return clips;
}

/** The cache of clips, in the folder in which processes share features, for the run of the best recipe and for resuming. */
export function clipCache(folder: string): string {
  return join(folder, 'clips');
}

function damagedText(file: string): string {
  return `\`${file}\` is damaged; its features are computed again.`;
}

/** The same for recipes with the same features and augmented copies. */
export function sharedKey({ members, seed, maxUnreadable }: Recipe): string {
  const { features, augmentation } = members[0]!;
  const text = JSON.stringify([features, augmentation, seed, maxUnreadable]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

async function compute(
  { members, seed, maxUnreadable }: Recipe,
  options: SharedClipsOptions,
): Promise<ExtractedClips> {
  const { listing, fold, workers, cache, jobs, signal, onEvent } = options;
  const { features, augmentation } = members[0]!;
  const work = { workers, cache, jobs, signal, onEvent, features };
  const clips = await extract(listing, { ...work, maxUnreadable });
  return augment(listing, clips, { ...work, augmentation, seed, rows: foldRows(fold, clips).train });
}
