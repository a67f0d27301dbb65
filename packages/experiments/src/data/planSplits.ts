import type { Split } from '@ser/datasets';
import type { SplitRole } from '../progress/splitRole.js';
import type { Recipe } from '../recipe/recipe.js';
import type { Listing } from './listing.js';
import { split } from './split.js';

export interface PlannedSplit {
  readonly role: SplitRole;
  readonly split: Split;
}

/** The splits that a recipe asks for, its own first. */
export function planSplits(listing: Listing, recipe: Recipe): readonly PlannedSplit[] {
  const { sourceSplit, seed } = recipe;
  const own: PlannedSplit = { role: 'main', split: split(listing, recipe) };
  if (sourceSplit === undefined) return [own];
  return [own, { role: 'source', split: split(listing, { split: sourceSplit, seed }) }];
}
