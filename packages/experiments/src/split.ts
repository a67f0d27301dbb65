import { checkSplit, makeSplit } from '@ser/datasets';
import type { Split } from '@ser/datasets';
import type { Listing } from './listing.js';
import type { Recipe } from './recipe.js';

/**
 * Decides which clips are trained on and which are tested, and refuses a leak.
 *
 * The split is made on the listing, before a clip is read, so that the same folder and seed always give
 * the same split; clips that turn out to be unreadable are dropped from their fold later.
 *
 * @throws {DatasetError} `unknown-split`, `too-few-speakers` or `leak`
 */
export function split(listing: Listing, recipe: Pick<Recipe, 'split' | 'seed'>): Split {
  const made = makeSplit(listing.utterances, recipe.split, { seed: recipe.seed });
  checkSplit(made, listing.utterances);
  return made;
}
